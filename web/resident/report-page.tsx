import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { TextField } from '#web/parts/fields.tsx';
import { Form, textError } from '#web/parts/form.tsx';
import { PageTitle } from '#web/parts/page-title.tsx';
import { wouldBeLost } from '#web/session/leaving.ts';
import { person, signIn } from '#web/session/sign-in.ts';
import { draft, write, writeMatter } from './draft.ts';
import { countWaiting, filed } from './outbox.ts';
import { resident } from './words/resident.ts';

wouldBeLost.add(() => draft.value.matter.trim() !== '');

/** Somebody says what it is about, in their own words. */
export const ReportPage = () => {
  const words = resident();
  const [, go] = useLocation();
  const [isCutOff, setCutOff] = useState(false);
  const { matter, place } = draft.value;
  const check = () => ({
    matter: textError(matter, { name: words.matterName, most: 10_000 }),
    place: textError(place, { name: words.place, most: 200, isOptional: true }),
  });
  const next = async (): Promise<void> => {
    if (person.value) return go('/check');
    if (!navigator.onLine) return setCutOff(true);
    location.hash = '#/check';
    await signIn();
  };
  return (
    <>
      <PageTitle>{words.sayIt}</PageTitle>
      {countWaiting() > 0 && (
        <p class="notice">
          {words.oneWaits} <a href="#/sending">{words.look}</a>
        </p>
      )}
      {filed.value.length > 0 && (
        <p class="notice" role="status">
          {words.oneFiled} <a href="#/filed">{words.look}</a>
        </p>
      )}
      {isCutOff && (
        <p class="notice" role="alert">
          {words.keptForLater}
        </p>
      )}
      <Form check={check} send={next} button={words.next}>
        {(errors) => (
          <>
            <TextField
              id="matter"
              label={words.matter}
              hint={words.matterHint}
              rows={6}
              value={matter}
              error={errors.matter}
              onInput={(value) => writeMatter({ matter: value })}
            />
            <TextField
              id="place"
              label={words.place}
              hint={words.placeHint}
              isOptional
              value={place}
              error={errors.place}
              onInput={(value) => write({ place: value })}
            />
            {!person.value && <p class="hint">{words.willSignIn}</p>}
          </>
        )}
      </Form>
    </>
  );
};
