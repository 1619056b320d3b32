import { useQuery } from '@tanstack/preact-query';
import { PageTitle } from '#web/parts/page-title.tsx';
import { Shown } from '#web/parts/shown.tsx';
import { Refused } from '#web/session/call.ts';
import { Recording } from '#web/ticket/recording.tsx';
import { StaffTicket } from '#web/ticket/staff-ticket.tsx';
import { language } from '#web/words/language.ts';
import { shared } from '#web/words/shared.ts';
import { deskApi } from './api.ts';
import { TicketCalls } from './ticket-calls.tsx';

const ROLES = ['agent', 'supervisor'];

/** All of one ticket, and what the desk may do with it. */
export const TicketPage = ({ number }: { number: string }) => {
  const ticket = useQuery({
    queryKey: ['ticket', number, language.value],
    queryFn: () => deskApi.read(number),
    // What was refused is refused again.
    refetchInterval: ({ state }) => (state.error instanceof Refused ? false : 10_000),
  });
  return (
    <>
      <PageTitle>{`${shared().number} ${number}`}</PageTitle>
      <Shown of={ticket}>
        {(read) => (
          <StaffTicket
            ticket={read}
            roles={ROLES}
            below={
              <>
                <Recording ticket={read} askForLink={() => deskApi.recording(number)} />
                <TicketCalls ticket={read} />
              </>
            }
          />
        )}
      </Shown>
    </>
  );
};
