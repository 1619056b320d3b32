import { useQuery } from '@tanstack/preact-query';
import type { TicketView } from '#contracts/http/ticket-view.ts';
import type { DistrictNames } from '#contracts/pages/district-names.ts';
import { PageTitle } from '#web/parts/page-title.tsx';
import { Facts, Shown } from '#web/parts/shown.tsx';
import { person, signIn } from '#web/session/sign-in.ts';
import { Badges } from '#web/ticket/badges.tsx';
import { History } from '#web/ticket/history.tsx';
import { may } from '#web/ticket/may.ts';
import { areaNamed, categoryNamed, useNames } from '#web/ticket/names.ts';
import { shared } from '#web/words/shared.ts';
import { dueInWords, inWords } from '#web/words/time.ts';
import { AddForm } from './add-form.tsx';
import { residentApi } from './api.ts';
import { RateForm } from './rate-form.tsx';
import { WithdrawForm } from './withdraw-form.tsx';
import { resident } from './words/resident.ts';

const Ticket = ({ ticket, names }: { ticket: TicketView; names: DistrictNames }) => {
  const words = resident();
  const isOpen = may('withdraw', ticket, names);
  return (
    <>
      <p>
        <Badges ticket={ticket} />
      </p>
      {may('rate', ticket, names) && <RateForm number={ticket.number} />}
      <Facts
        facts={[
          [shared().matter, ticket.matter],
          [shared().category, categoryNamed(names, ticket.category)],
          [shared().kind, shared().kinds[ticket.kind]],
          [shared().area, areaNamed(names, ticket.area)],
          [shared().place, ticket.place],
          [shared().openedAt, inWords(ticket.openedAt)],
          [words.due, isOpen ? dueInWords(ticket.handleBy) : undefined],
          [shared().outcome, ticket.outcome],
        ]}
      />
      <History ticket={ticket} names={names} />
      {may('add', ticket, names) && <AddForm number={ticket.number} />}
      {isOpen && <WithdrawForm number={ticket.number} />}
    </>
  );
};

/** One ticket of one's own: how it stands, what happened, and what one may do. */
export const TicketPage = ({ number }: { number: string }) => {
  const names = useNames();
  const ticket = useQuery({
    queryKey: ['ticket', number],
    queryFn: () => residentApi.read(number),
    enabled: person.value !== undefined,
    refetchInterval: 10_000,
  });
  return (
    <>
      <PageTitle>{`${shared().number} ${number}`}</PageTitle>
      {person.value ? (
        <Shown of={names}>{(known) => <Shown of={ticket}>{(read) => <Ticket ticket={read} names={known} />}</Shown>}</Shown>
      ) : (
        <button class="first" type="button" onClick={() => void signIn()}>
          {shared().signIn}
        </button>
      )}
    </>
  );
};
