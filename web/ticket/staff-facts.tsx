import type { StaffTicketView } from '#contracts/http/ticket-view.ts';
import type { DistrictNames } from '#contracts/pages/district-names.ts';
import { Facts } from '#web/parts/shown.tsx';
import { shared } from '#web/words/shared.ts';
import { dueInWords, inWords } from '#web/words/time.ts';
import { Badges } from './badges.tsx';
import { areaNamed, categoryNamed, named } from './names.ts';

/** What staff see of a ticket: the matter, how it was sorted and why, who asks as far as one may know, and by when. */
export const StaffFacts = ({ ticket, names }: { ticket: StaffTicketView; names: DistrictNames }) => {
  const words = shared();
  const { sorting, danger, contact, department } = ticket;
  const units = names.departments.find(({ id }) => id === department)?.units ?? [];
  const who = [contact?.name, contact?.phone ?? ticket.reporterPhone].filter(Boolean).join(' ');
  const hidden = ticket.confidential ? words.confidential : ticket.anonymous ? words.anonymous : '';
  const isRunning = names.states[ticket.state].clocks === 'run';
  return (
    <>
      <p>
        <Badges ticket={ticket} />
      </p>
      <Facts
        facts={[
          [words.matter, ticket.matter],
          [words.dangerWords, danger?.words.join('、')],
          [words.category, categoryNamed(names, ticket.category)],
          [words.sortedBy, sorting?.words.join('、')],
          [words.unsure, sorting?.unsure.map((one) => words.unsureOf[one]).join('、')],
          [words.kind, words.kinds[ticket.kind]],
          [words.area, areaNamed(names, ticket.area)],
          [words.place, ticket.place],
          [words.reporter, [who, hidden].filter(Boolean).join(' · ')],
          [words.department, named(names.departments, department)],
          [words.unit, named(units, ticket.unit)],
          [words.openedAt, inWords(ticket.openedAt)],
          [words.acceptBy, isRunning ? dueInWords(ticket.acceptBy) : undefined],
          [words.handleBy, isRunning ? dueInWords(ticket.handleBy) : undefined],
          [words.outcome, ticket.outcome],
        ]}
      />
    </>
  );
};
