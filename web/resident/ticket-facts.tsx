import type { TicketView } from '#contracts/http/ticket-view.ts';
import { Facts } from '#web/parts/shown.tsx';
import { shared } from '#web/words/shared.ts';
import { dueInWords, inWords } from '#web/words/time.ts';
import { resident } from './words/resident.ts';

/** What a reporter sees of a ticket; by when it is due only while its clocks run. */
export const TicketFacts = ({ ticket, isOpen }: { ticket: TicketView; isOpen: boolean }) => {
  const { names } = ticket;
  return (
    <Facts
      facts={[
        [shared().matter, ticket.matter],
        [shared().category, names.category],
        [shared().kind, names.kind],
        [shared().area, names.area.join(' ')],
        [shared().place, ticket.place],
        [shared().openedAt, inWords(ticket.openedAt)],
        [resident().due, isOpen ? dueInWords(ticket.handleBy) : undefined],
        [shared().whyDue, isOpen ? (ticket.urgent ? shared().becauseUrgent : shared().becauseWorkingTime) : undefined],
        [shared().outcome, ticket.outcome],
      ]}
    />
  );
};
