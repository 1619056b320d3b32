import type { DangerNote } from '#domain/district/danger/danger-note.ts';
import type { TicketState } from '#domain/tickets/states.ts';
import { shared } from '#web/words/shared.ts';
import { isPast } from '#web/words/time.ts';

interface BadgesProps {
  ticket: { state: TicketState; urgent: boolean; danger?: Pick<DangerNote, 'outcome'> | undefined; dueAt?: string | undefined };
}

/** What of a ticket must be seen at once: each a word with a sign, for colour alone says nothing. */
export const Badges = ({ ticket: { state, urgent, danger, dueAt } }: BadgesProps) => {
  const words = shared();
  return (
    <span class="badges">
      {danger && <span class="badge grave">‼ {danger.outcome === 'danger' ? words.danger : words.doubt}</span>}
      {urgent && <span class="badge grave">! {words.urgent}</span>}
      {dueAt && isPast(dueAt) && <span class="badge late">⏰ {words.overdue}</span>}
      <span class="badge">{words.states[state]}</span>
    </span>
  );
};
