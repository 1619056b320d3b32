import { useQuery } from '@tanstack/preact-query';
import { PageTitle } from '#web/parts/page-title.tsx';
import { Shown } from '#web/parts/shown.tsx';
import { History } from '#web/ticket/history.tsx';
import { may } from '#web/ticket/may.ts';
import { useNames } from '#web/ticket/names.ts';
import { StaffFacts } from '#web/ticket/staff-facts.tsx';
import { shared } from '#web/words/shared.ts';
import { AcceptForm } from './accept-form.tsx';
import { departmentApi } from './api.ts';
import { ResolveForm } from './resolve-form.tsx';
import { ReturnForm } from './return-form.tsx';
import { department as words } from './words/department.ts';

/** One ticket that a department has, and what it may do with it. */
export const TicketPage = ({ department, number }: { department: string; number: string }) => {
  const names = useNames();
  const ticket = useQuery({
    queryKey: ['ticket', number],
    queryFn: () => departmentApi(department).read(number),
    refetchInterval: 30_000,
  });
  const place = { department, number };
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
                  {may('accept', read, known) && <AcceptForm {...place} />}
                  {may('resolve', read, known) && <ResolveForm {...place} />}
                  {may('return', read, known) && <ReturnForm {...place} />}
                  {!may('return', read, known) && <p class="notice">{words().done}</p>}
                </div>
              </div>
            )}
          </Shown>
        )}
      </Shown>
      <p>
        <a href="#/">{words().back}</a>
      </p>
    </>
  );
};
