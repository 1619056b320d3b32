import { useQuery } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import type { TicketKind } from '#domain/district/kinds.ts';
import { Checkbox, SelectField, TextField } from '#web/parts/fields.tsx';
import { Form, textError } from '#web/parts/form.tsx';
import { PageTitle } from '#web/parts/page-title.tsx';
import { type SentAs, sentAs } from '#web/session/sent-as.ts';
import { useTyped } from '#web/session/typed.ts';
import { AreaFields } from '#web/ticket/area-fields.tsx';
import { choicesOf, useDistrict } from '#web/ticket/district.ts';
import { shared } from '#web/words/shared.ts';
import { type CallersMatter, deskApi, type Understanding } from './api.ts';
import { UnderstoodSoFar } from './understood-so-far.tsx';
import { desk } from './words/desk.ts';

const PAUSE_MS = 600;

/** What is written, once somebody pauses. */
const usePaused = (text: string): string => {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
};

/** What an agent has written so far. */
export interface Written {
  matter: string;
  place: string;
  name: string;
  phone: string;
  answer: string;
  anonymous: boolean;
  category?: string;
  kind?: TicketKind;
  area?: string;
  /** As it was sent, if no answer came. */
  sent?: SentAs;
}

const empty: Written = { matter: '', place: '', name: '', phone: '', answer: '', anonymous: false };

const bodyOf = ({ matter, place, name, phone, answer, anonymous, category, kind, area }: Written): CallersMatter => {
  const contact = { ...(name.trim() && { name: name.trim() }), ...(phone.trim() && { phone: phone.trim() }) };
  return {
    matter: matter.trim(),
    channel: 'phone',
    anonymous,
    ...(place.trim() && { place: place.trim() }),
    ...(answer.trim() && { answer: answer.trim() }),
    ...(category && { category }),
    ...(kind && { kind }),
    ...(area && { area }),
    ...(Object.keys(contact).length > 0 && { contact }),
  };
};

interface NewTicketProps {
  /** Under which name this window keeps what is written. */
  form?: string;
  /** What is known before anything is written. */
  begun?: Partial<Written>;
  title?: string;
  /** What follows; without it the ticket is shown. */
  onFiled?: (number: string) => void;
}

/** An agent writes down what a caller says; beside it stands what the hotline understands so far. */
export const NewTicketPage = ({ form = 'new-ticket', begun, title, onFiled }: NewTicketProps) => {
  const words = desk();
  const [, go] = useLocation();
  const { value: written, change, forget, isFromBefore } = useTyped<Written>(form, { ...empty, ...begun });
  const district = useDistrict();
  const write = (part: Partial<Written>): void => change((before) => ({ ...before, ...part }));
  const [matter, place] = [usePaused(written.matter.trim()), usePaused(written.place.trim())];
  const understood = useQuery<Understanding>({
    queryKey: ['understood', matter, place],
    queryFn: () => deskApi.understand({ matter, ...(place && { place }) }),
    enabled: matter.length > 1,
    placeholderData: (before) => before,
  });
  const check = () => ({
    matter: textError(written.matter, { name: shared().matter, most: 10_000 }),
    place: textError(written.place, { name: shared().place, most: 200, isOptional: true }),
    name: textError(written.name, { name: words.name, most: 60, isOptional: true }),
    phone: textError(written.phone, { name: words.phone, most: 40, isOptional: true }),
    answer: textError(written.answer, { name: words.answer, most: 10_000, isOptional: true }),
  });
  const send = async (): Promise<void> => {
    const body = bodyOf(written);
    const sent = sentAs(body, written.sent);
    write({ sent });
    const { ticket } = await deskApi.open(body, sent.key);
    forget();
    if (onFiled) onFiled(ticket.number);
    else go(`/tickets/${ticket.number}`);
  };
  const guess = matter.length > 1 ? understood.data : undefined;
  return (
    <>
      <PageTitle>{title ?? words.newTicket}</PageTitle>
      {isFromBefore && (
        <div class="notice" role="status">
          <p>{words.writtenBefore}</p>
          <p class="buttons">
            <button type="button" onClick={forget}>
              {words.writeAnew}
            </button>
          </p>
        </div>
      )}
      <div class="two">
        <Form check={check} send={send} button={words.file}>
          {(errors) => (
            <>
              <TextField
                id="matter"
                label={shared().matter}
                rows={6}
                value={written.matter}
                error={errors.matter}
                onInput={(value) => write({ matter: value })}
              />
              <TextField
                id="place"
                label={shared().place}
                isOptional
                value={written.place}
                error={errors.place}
                onInput={(value) => write({ place: value })}
              />
              {district.data && (
                <>
                  <SelectField
                    id="category"
                    label={shared().category}
                    value={written.category ?? ''}
                    empty={guess ? words.asUnderstood(guess.category.name) : words.understand}
                    options={choicesOf(district.data, 'categories')}
                    onChange={(chosen) => write({ category: chosen })}
                  />
                  <SelectField
                    id="kind"
                    label={shared().kind}
                    value={written.kind ?? ''}
                    empty={guess ? words.asUnderstood(guess.kind.name) : words.understand}
                    options={choicesOf(district.data, 'kinds')}
                    onChange={(chosen) => write({ kind: chosen as TicketKind })}
                  />
                  <AreaFields
                    district={district.data}
                    value={written.area ?? guess?.area.id ?? ''}
                    onChange={(chosen) => write({ area: chosen })}
                  />
                </>
              )}
              <TextField
                id="name"
                label={words.name}
                isOptional
                value={written.name}
                error={errors.name}
                onInput={(value) => write({ name: value })}
              />
              <TextField
                id="phone"
                label={words.phone}
                type="tel"
                isOptional
                value={written.phone}
                error={errors.phone}
                onInput={(value) => write({ phone: value })}
              />
              <Checkbox
                id="anonymous"
                label={words.anonymous}
                checked={written.anonymous}
                onChange={(anonymous) => write({ anonymous })}
              />
              <TextField
                id="answer"
                label={words.answer}
                hint={words.answerHint}
                rows={3}
                isOptional
                value={written.answer}
                error={errors.answer}
                onInput={(value) => write({ answer: value })}
              />
            </>
          )}
        </Form>
        <UnderstoodSoFar understood={guess} />
      </div>
    </>
  );
};
