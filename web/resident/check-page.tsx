import { useQuery } from '@tanstack/preact-query';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { Radios } from '#web/parts/fields.tsx';
import { Form, phoneError, textError } from '#web/parts/form.tsx';
import { PageTitle } from '#web/parts/page-title.tsx';
import { person, signIn } from '#web/session/sign-in.ts';
import { useDistrict } from '#web/ticket/district.ts';
import { language } from '#web/words/language.ts';
import { shared } from '#web/words/shared.ts';
import { residentApi } from './api.ts';
import { choose, holdChoices } from './choices.ts';
import { DangerBox } from './danger-box.tsx';
import { draft } from './draft.ts';
import type { Line } from './lines.ts';
import { NoMatter } from './no-matter.tsx';
import { file, refusal } from './outbox.ts';
import { SignUpHow } from './sign-up-how.tsx';
import { Understood } from './understood.tsx';
import { WhoAsks } from './who-asks.tsx';
import { resident } from './words/resident.ts';

/** What the hotline understood, to be put right, and who asks; then it is filed. */
export const CheckPage = () => {
  const words = resident();
  const [, go] = useLocation();
  const { matter, place, inDanger, name, phone } = draft.value;
  const said = { matter: matter.trim(), ...(place.trim() !== '' && { place: place.trim() }) };
  const district = useDistrict();
  const understood = useQuery({
    queryKey: ['understood', said, language.value],
    queryFn: () => residentApi.understand(said),
    enabled: said.matter !== '' && person.value !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [anew, setAnew] = useState<readonly Line[]>([]);
  // Before it is drawn, so that nothing chosen is missing from what is filed.
  useLayoutEffect(() => setAnew(holdChoices()), []);
  // Only who comes here with nothing goes back: filing empties the draft.
  useEffect(() => {
    if (said.matter === '') go('/');
  }, []);
  const danger = understood.data?.danger;
  const isAsked = danger?.outcome === 'doubt';
  const check = () => ({
    'in-danger': isAsked && inDanger === undefined ? words.sayDanger : undefined,
    name: textError(name, { name: words.name, most: 60, isOptional: true }),
    phone: textError(phone, { name: words.phone, most: 40, isOptional: true }) ?? phoneError(phone),
  });
  if (!person.value)
    return (
      <>
        <PageTitle>{words.signInFirst}</PageTitle>
        <p>{words.whySignIn}</p>
        <button class="first" type="button" onClick={() => void signIn()}>
          {shared().signIn}
        </button>
        <SignUpHow />
      </>
    );
  if (understood.data?.noMatter) return <NoMatter why={understood.data.noMatter} />;
  return (
    <>
      <PageTitle>{words.understoodTitle}</PageTitle>
      {anew.length > 0 && (
        <p class="notice" role="status">
          {words.takenAnew(anew.map((line) => words.lines[line]))}
        </p>
      )}
      {danger && <DangerBox danger={danger} />}
      {understood.error && (
        <p class="notice" role="alert">
          {words.notUnderstood}
        </p>
      )}
      {understood.isLoading && <p role="status">{shared().wait}</p>}
      <Form check={check} send={file} button={words.file} refusal={refusal.value}>
        {(errors) => (
          <>
            {isAsked && (
              <Radios
                id="in-danger"
                label={language.value === 'zh' && danger.question ? danger.question : words.dangerQuestion}
                value={inDanger}
                error={errors['in-danger']}
                options={[
                  { id: 'yes', name: words.yes },
                  { id: 'no', name: words.no },
                ]}
                onChange={(answer) => choose({ inDanger: answer === 'yes' ? 'yes' : 'no' })}
              />
            )}
            {understood.data && <Understood understood={understood.data} district={district.data} />}
            <WhoAsks errors={errors} />
          </>
        )}
      </Form>
      <p>
        <a href="#/">{words.backToWords}</a>
      </p>
    </>
  );
};
