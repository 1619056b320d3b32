import { signal } from '@preact/signals';
import { Filters } from '#web/lists/filters.tsx';
import { type Filter, useFollowedList } from '#web/lists/followed-list.ts';
import { TicketList } from '#web/lists/ticket-list.tsx';
import { PageTitle } from '#web/parts/page-title.tsx';
import { Shown } from '#web/parts/shown.tsx';
import { person } from '#web/session/sign-in.ts';
import { type District, nameIn, useDistrict } from '#web/ticket/district.ts';
import { departmentApi } from './api.ts';
import { department as words } from './words/department.ts';

/** The departments whose clerk somebody is. */
const departmentsOf = (groups: readonly string[]): string[] =>
  groups.flatMap((group) => (group.startsWith('department:') ? [group.slice('department:'.length)] : []));

/** What is shown; it stays while somebody looks at a ticket. */
const filter = signal<Filter>({});

const FILTERS = ['unit', 'category', 'area', 'kind', 'urgent', 'card'] as const;

const Inbox = ({ department, district }: { department: string; district: District }) => {
  const followed = useFollowedList(`department ${department}`, departmentApi(department), filter.value, 'due');
  return (
    <section aria-labelledby={department}>
      <h2 id={department}>{nameIn(district.departments, department)}</h2>
      <Filters
        id={department}
        district={district}
        filter={filter.value}
        counts={followed.counts}
        shown={FILTERS}
        onChange={(chosen) => {
          filter.value = chosen;
        }}
      />
      <TicketList followed={followed} to={(number) => `/${department}/tickets/${number}`} empty={<p>{words().empty}</p>} />
    </section>
  );
};

/** The work of a clerk's departments, by what is due next. */
export const InboxPage = () => {
  const district = useDistrict();
  const own = departmentsOf(person.value?.groups ?? []);
  return (
    <>
      <PageTitle>{words().inbox}</PageTitle>
      {own.length === 0 && <p role="alert">{words().noDepartment}</p>}
      <Shown of={district}>{(known) => own.map((id) => <Inbox key={id} department={id} district={known} />)}</Shown>
    </>
  );
};
