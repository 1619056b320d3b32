import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { DistrictNames } from '#contracts/pages/district-names.ts';
import { Form } from '#web/parts/form.tsx';
import { PageTitle } from '#web/parts/page-title.tsx';
import { Shown } from '#web/parts/shown.tsx';
import { person } from '#web/session/sign-in.ts';
import { Badges } from '#web/ticket/badges.tsx';
import { areaNamed, categoryNamed, named, useNames } from '#web/ticket/names.ts';
import { dueInWords } from '#web/words/time.ts';
import { departmentApi } from './api.ts';
import { fetchWork, inbox } from './inbox.ts';
import { department as words } from './words/department.ts';

/** The departments whose clerk somebody is. */
const departmentsOf = (groups: readonly string[]): string[] =>
  groups.flatMap((group) => (group.startsWith('department:') ? [group.slice('department:'.length)] : []));

const Line = ({ department, number, names }: { department: string; number: string; names: DistrictNames }) => {
  const ticket = useQuery({
    queryKey: ['ticket', number],
    queryFn: () => departmentApi(department).read(number),
    refetchInterval: 30_000,
  });
  return (
    <li>
      <Shown of={ticket}>
        {(read) => {
          const { isAccepted } = names.states[read.state];
          const due = isAccepted ? read.handleBy : read.acceptBy;
          return (
            <>
              <a href={`#/${department}/tickets/${number}`}>{[...read.matter].slice(0, 60).join('')}</a>
              <p>
                <Badges ticket={{ ...read, dueAt: due.at }} />
              </p>
              <p class="quiet">
                {[
                  number,
                  categoryNamed(names, read.category),
                  areaNamed(names, read.area),
                  `${isAccepted ? words().resolveBy : words().acceptBy} ${dueInWords(due)}`,
                ].join(' · ')}
              </p>
            </>
          );
        }}
      </Shown>
    </li>
  );
};

const Inbox = ({ department, names }: { department: string; names: DistrictNames }) => {
  const [news, setNews] = useState<number>();
  const own = inbox.value.filter((one) => one.department === department);
  return (
    <section aria-labelledby={department}>
      <h2 id={department}>{named(names.departments, department)}</h2>
      <Form send={async () => setNews(await fetchWork(department))} button={words().fetch} />
      <p role="status">{news === undefined ? '' : words().fetched(news)}</p>
      {own.length === 0 ? (
        <p>{words().empty}</p>
      ) : (
        <ul class="tickets">
          {own.map(({ number }) => (
            <Line key={number} department={department} number={number} names={names} />
          ))}
        </ul>
      )}
    </section>
  );
};

/** The work of a clerk's departments, as it was fetched. */
export const InboxPage = () => {
  const names = useNames();
  const own = departmentsOf(person.value?.groups ?? []);
  return (
    <>
      <PageTitle>{words().inbox}</PageTitle>
      {own.length === 0 && <p role="alert">{words().noDepartment}</p>}
      <Shown of={names}>{(known) => own.map((id) => <Inbox key={id} department={id} names={known} />)}</Shown>
    </>
  );
};
