import { useState } from 'preact/hooks';
import type { StaffTicketView } from '#contracts/http/ticket-view.ts';
import type { DistrictNames } from '#contracts/pages/district-names.ts';
import type { TicketKind } from '#domain/district/kinds.ts';
import { SelectField, TextField } from '#web/parts/fields.tsx';
import { Form, textError } from '#web/parts/form.tsx';
import { queries } from '#web/parts/start.tsx';
import { AreaFields } from '#web/ticket/area-fields.tsx';
import { categoryOptions, kindOptions } from '#web/ticket/names.ts';
import { shared } from '#web/words/shared.ts';
import { type Correction, deskApi } from './api.ts';
import { desk } from './words/desk.ts';

/** What somebody has chosen to put right so far. */
type Chosen = Pick<Correction, 'category' | 'kind' | 'area' | 'danger'>;

/** A person of the desk puts right what was understood, and says why. Only what differs is sent. */
export const CorrectForm = ({ ticket, names }: { ticket: StaffTicketView; names: DistrictNames }) => {
  const words = desk();
  const [reason, setReason] = useState('');
  // Only what this person chose: what others correct meanwhile is not set back.
  const [chosen, setChosen] = useState<Chosen>({});
  const choose = (part: Chosen): void => setChosen((earlier) => ({ ...earlier, ...part }));
  const before = ticket.danger?.outcome ?? 'none';
  const { category = ticket.category, kind = ticket.kind, area = ticket.area, danger = before } = chosen;
  const changed = {
    ...(category !== ticket.category && { category }),
    ...(kind !== ticket.kind && { kind }),
    ...(area !== ticket.area && { area }),
    ...(danger !== before && { danger }),
  };
  const check = () => ({
    category: Object.keys(changed).length === 0 ? words.sayChange : undefined,
    reason: textError(reason, { name: words.reason, most: 500 }),
  });
  const send = async (): Promise<void> => {
    const body: Correction = { ...changed, reason: reason.trim() };
    queries.setQueryData(['ticket', ticket.number], await deskApi.correct(ticket.number, body));
    setReason('');
    setChosen({});
  };
  return (
    <section aria-labelledby="correct">
      <h2 id="correct">{words.correctTitle}</h2>
      <Form check={check} send={send} button={words.correct} isSecond>
        {(errors) => (
          <>
            <SelectField
              id="category"
              label={shared().category}
              value={category}
              error={errors.category}
              options={categoryOptions(names)}
              onChange={(id) => choose({ category: id })}
            />
            <SelectField
              id="kind"
              label={shared().kind}
              value={kind}
              options={kindOptions()}
              onChange={(id) => choose({ kind: id as TicketKind })}
            />
            <AreaFields names={names} value={area} onChange={(id) => choose({ area: id })} />
            <SelectField
              id="danger"
              label={words.danger}
              value={danger}
              options={[
                { id: 'none', name: words.dangers.none },
                { id: 'doubt', name: words.dangers.doubt },
                { id: 'danger', name: words.dangers.danger },
              ]}
              onChange={(id) => choose({ danger: id as typeof danger })}
            />
            <TextField id="reason" label={words.reason} value={reason} error={errors.reason} onInput={setReason} />
          </>
        )}
      </Form>
    </section>
  );
};
