import type { StaffTicketView } from '#contracts/http/ticket-view.ts';
import { Facts } from '#web/parts/shown.tsx';
import { shared } from '#web/words/shared.ts';
import { dueInWords, inWords, percent, whyDue } from '#web/words/time.ts';
import { Badges } from './badges.tsx';
import { categoryNamed, type District, isOpenIn, nameIn } from './district.ts';

/** Who asked, as far as one may know, with a link to ring where one may ring them. */
const Reporter = ({ ticket }: { ticket: StaffTicketView }) => {
  const words = shared();
  const { contact, notRung, reporterPhone, confidential, anonymous } = ticket;
  const phone = contact?.phone;
  return (
    <>
      {contact?.name !== undefined && `${contact.name} `}
      {phone !== undefined && notRung === undefined ? <a href={`tel:${phone}`}>{phone}</a> : (phone ?? reporterPhone)}
      {notRung && ` ${words.notRung[notRung]}`}
      {confidential ? ` ${words.confidential}` : anonymous ? ` ${words.anonymous}` : ''}
    </>
  );
};

/** Whether anything may be shown of who asked. */
const isReporterShown = ({ contact, reporterPhone, confidential, anonymous }: StaffTicketView): boolean =>
  Boolean(contact?.name ?? contact?.phone ?? reporterPhone ?? (confidential || anonymous));

/** How surely the words named the category; of a matter without words there is nothing to say. */
const howSureOf = ({ sorting }: StaffTicketView): string | undefined =>
  sorting?.category && sorting.category.probability > 0 ? percent(sorting.category.probability) : undefined;

/** What else the matter may be, where the hotline sorted it. */
const alternativesTo = ({ sorting }: StaffTicketView, district: District): string[] => [
  ...(sorting?.category?.alternatives ?? []).map(({ id }) => categoryNamed(district, id)),
  ...(sorting?.kind?.alternatives ?? []).map(({ id }) => nameIn(district.kinds, id)),
];

/** What staff see of a ticket: the matter, how it was sorted and why, who asks as far as one may know, and by when. */
export const StaffFacts = ({ ticket, district }: { ticket: StaffTicketView; district: District }) => {
  const words = shared();
  const { sorting, danger, names } = ticket;
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
          [words.howSure, howSureOf(ticket)],
          [words.orElse, alternativesTo(ticket, district).join('、')],
          [words.unsure, sorting?.unsure.map((one) => words.unsureOf[one]).join('、')],
          [words.kind, names.kind],
          [words.area, names.area.join(' ')],
          [words.place, ticket.place],
          [words.reporter, isReporterShown(ticket) ? <Reporter key="reporter" ticket={ticket} /> : undefined],
          [words.department, names.department],
          [words.unit, names.unit],
          [words.openedAt, inWords(ticket.openedAt)],
          [words.acceptBy, isRunning ? dueInWords(ticket.acceptBy) : undefined],
          [words.handleBy, isRunning ? dueInWords(ticket.handleBy) : undefined],
          [words.whyDue, isRunning ? whyDue(ticket) : undefined],
          [words.outcome, ticket.outcome],
        ]}
      />
    </>
  );
};
