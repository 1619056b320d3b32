import { useQuery } from '@tanstack/preact-query';
import { PageTitle } from '#web/parts/page-title.tsx';
import { Shown } from '#web/parts/shown.tsx';
import { History } from '#web/ticket/history.tsx';
import { may } from '#web/ticket/may.ts';
import { useNames } from '#web/ticket/names.ts';
import { StaffFacts } from '#web/ticket/staff-facts.tsx';
import { shared } from '#web/words/shared.ts';
import { deskApi } from './api.ts';
import { CorrectForm } from './correct-form.tsx';
import { DispatchForm } from './dispatch-form.tsx';

/** All of one ticket, and what the desk may do with it. */
export const TicketPage = ({ number }: { number: string }) => {
  const names = useNames();
  const ticket = useQuery({
    queryKey: ['ticket', number],
    queryFn: () => deskApi.read(number),
    refetchInterval: 10_000,
  });
  return (
    <>
      <PageTitle>{`${shared().number} ${number}`}</PageTitle>
      <Shown of={names}>
        {(known) => (
          <Shown of={ticket}>
            {(read) => (
              <div class="two">
                <div>
                  <StaffFacts ticket={read} names={known} />
                  <History ticket={read} names={known} />
                </div>
                <div>
                  {may('dispatch', read, known) && <DispatchForm ticket={read} names={known} />}
                  {may('correct', read, known) && <CorrectForm ticket={read} names={known} />}
                </div>
              </div>
            )}
          </Shown>
        )}
      </Shown>
    </>
  );
};
