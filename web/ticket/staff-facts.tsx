import type { StaffTicketView } from '#contracts/http/ticket-view.ts';
import { Facts } from '#web/parts/shown.tsx';
import { shared } from '#web/words/shared.ts';
import { dueInWords, inWords } from '#web/words/time.ts';
import { Badges } from './badges.tsx';
import { type District, isOpenIn } from './district.ts';

/** What staff see of a ticket: the matter, how it was sorted and why, who asks as far as one may know, and by when. */
export const StaffFacts = ({ ticket, district }: { ticket: StaffTicketView; district: District }) => {
  const words = shared();
  const { sorting, danger, contact, names } = ticket;
  const who = [contact?.name, contact?.phone ?? ticket.reporterPhone].filter(Boolean).join(' ');
  const hidden = ticket.confidential ? words.confidential : ticket.anonymous ? words.anonymous : '';
  const isRunning = isOpenIn(district, ticket);
  return (
    <>
      <p>
        <Badges ticket={ticket} />
      </p>
      <Facts
        facts={[
          [words.matter, ticket.matter],
          [words.dangerWords, danger?.words.join('、')],
          [words.category, names.category],
          [words.sortedBy, sorting?.words.join('、')],
          [words.unsure, sorting?.unsure.map((one) => words.unsureOf[one]).join('、')],
          [words.kind, names.kind],
          [words.area, names.area.join(' ')],
          [words.place, ticket.place],
          [words.reporter, [who, hidden].filter(Boolean).join(' · ')],
          [words.department, names.department],
          [words.unit, names.unit],
          [words.openedAt, inWords(ticket.openedAt)],
          [words.acceptBy, isRunning ? dueInWords(ticket.acceptBy) : undefined],
          [words.handleBy, isRunning ? dueInWords(ticket.handleBy) : undefined],
          [words.outcome, ticket.outcome],
        ]}
      />
    </>
  );
};
