import { useQuery } from '@tanstack/preact-query';
import { Facts, Shown } from '#web/parts/shown.tsx';
import { inWords } from '#web/words/time.ts';
import { departmentApi } from './api.ts';
import { department as words } from './words/department.ts';

/** It looks through the whole list of open tickets, so it is asked for rarely. */
const LOOK_MS = 60_000;

/** How much work waits for a department: tickets that nobody has accepted, and messages for a program where there are any. */
export const WorkState = ({ department }: { department: string }) => {
  const state = useQuery({
    queryKey: ['work', department],
    queryFn: () => departmentApi(department).work(),
    refetchInterval: LOOK_MS,
  });
  const said = words();
  return (
    <Shown of={state}>
      {({ notAccepted, since, queue: { waiting, leased } }) => (
        <Facts
          facts={[
            [said.notAccepted, said.countSince(notAccepted, since && inWords(since))],
            [said.forProgram, waiting + leased > 0 ? said.inQueue(waiting, leased) : undefined],
          ]}
        />
      )}
    </Shown>
  );
};
