import type { TicketView } from '#contracts/http/ticket-view.ts';
import { Facts } from '#web/parts/shown.tsx';
import { shared } from '#web/words/shared.ts';
import { dueInWords, inWords, whyDue } from '#web/words/time.ts';
import { resident } from './words/resident.ts';

/** What a reporter sees of a ticket; by when it is due only while its clocks run. */
export const TicketFacts = ({ ticket, isOpen }: { ticket: TicketView; isOpen: boolean }) => {
  const { names } = ticket;
  const { yourWords, lines } = resident();
  return (
    <Facts
      facts={[
        [yourWords, ticket.matter],
        [lines.category, names.category],
        [lines.kind, names.kind],
        [lines.area, [names.area.join(' '), ticket.place].filter(Boolean).join('，')],
        [shared().openedAt, inWords(ticket.openedAt)],
        [resident().due, isOpen ? dueInWords(ticket.handleBy) : undefined],
        [shared().whyDue, isOpen ? whyDue(ticket) : undefined],
        [shared().outcome, ticket.outcome],
      ]}
    />
  );
};
