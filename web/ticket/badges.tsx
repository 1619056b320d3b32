import type { TicketView } from '#contracts/http/ticket-view.ts';
import type { StaffListed } from '#web/session/contract-types.ts';
import { shared } from '#web/words/shared.ts';
import { isPast } from '#web/words/time.ts';

interface BadgesProps {
  ticket: Pick<TicketView, 'urgent' | 'names'> & Partial<Pick<StaffListed, 'danger' | 'dueAt' | 'cards'>>;
}

/** What of a ticket must be seen at once: each a word with a sign, for colour alone says nothing. */
export const Badges = ({ ticket: { names, urgent, danger, dueAt, cards = [] } }: BadgesProps) => {
  const words = shared();
  const card = cards.at(-1);
  return (
    <span class="badges">
      {danger && <span class="badge grave">‼ {danger.outcome === 'danger' ? words.danger : words.doubt}</span>}
      {urgent && <span class="badge grave">! {words.urgent}</span>}
      {card && <span class="badge late">▲ {words.cards[card.colour]}</span>}
      {dueAt && isPast(dueAt) && <span class="badge late">⏰ {words.overdue}</span>}
      <span class="badge">{names.state}</span>
    </span>
  );
};
