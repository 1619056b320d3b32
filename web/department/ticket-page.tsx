import { useQuery } from '@tanstack/preact-query';
import { PageTitle } from '#web/parts/page-title.tsx';
import { Shown } from '#web/parts/shown.tsx';
import { Refused } from '#web/session/call.ts';
import { Recording } from '#web/ticket/recording.tsx';
import { StaffTicket } from '#web/ticket/staff-ticket.tsx';
import { language } from '#web/words/language.ts';
import { shared } from '#web/words/shared.ts';
import { departmentApi } from './api.ts';
import { department as words } from './words/department.ts';

const ROLES = ['department'];

/** One ticket that a department has, and what it may do with it. */
export const TicketPage = ({ department, number }: { department: string; number: string }) => {
  const ticket = useQuery({
    queryKey: ['ticket', number, language.value],
    queryFn: () => departmentApi(department).read(number),
    // What was refused is refused again.
    refetchInterval: ({ state }) => (state.error instanceof Refused ? false : 30_000),
  });
  const isGone = ticket.error instanceof Refused && ticket.error.problem.code === 'ticket-unknown';
  return (
    <>
      <PageTitle>{`${shared().number} ${number}`}</PageTitle>
      {isGone ? (
        <p class="notice" role="status">
          {words().gone}
        </p>
      ) : (
        <Shown of={ticket}>
          {(read) => (
            <StaffTicket ticket={read} roles={ROLES} department={department}>
              <Recording ticket={read} askForLink={() => departmentApi(department).recording(number)} />
              {read.actions.length === 0 && <p class="notice">{read.resolvedAt ? words().done : words().gone}</p>}
            </StaffTicket>
          )}
        </Shown>
      )}
      <p>
        <a href="#/">{words().back}</a>
      </p>
    </>
  );
};
