import { signal } from '@preact/signals';
import { agreeing } from '#web/lists/agreeing.ts';
import { Filters } from '#web/lists/filters.tsx';
import { type Filter, useFollowedList } from '#web/lists/followed-list.ts';
import { TicketList } from '#web/lists/ticket-list.tsx';
import { TimeFilters } from '#web/lists/time-filters.tsx';
import { PageTitle } from '#web/parts/page-title.tsx';
import { Shown } from '#web/parts/shown.tsx';
import { type District, isOpenIn, nameIn, useDistrict } from '#web/ticket/district.ts';
import { departmentApi } from './api.ts';
import { ownDepartments } from './own-departments.ts';
import { department as words } from './words/department.ts';
import { WorkState } from './work-state.tsx';

/** What is shown; it stays while somebody looks at a ticket. */
const filter = signal<Filter>({});

const FILTERS = ['unit', 'category', 'area', 'kind', 'urgent', 'card'] as const;

const Inbox = ({ department, district }: { department: string; district: District }) => {
  const followed = useFollowedList(`department ${department}`, departmentApi(department), filter.value, 'due');
  const choose = (chosen: Filter): void => {
    filter.value = agreeing(filter.value, chosen, (state) => isOpenIn(district, { state }));
  };
  return (
    <section aria-labelledby={department}>
      <h2 id={department}>{nameIn(district.departments, department)}</h2>
      <WorkState department={department} />
      <Filters
        id={department}
        district={district}
        filter={filter.value}
        counts={followed.counts}
        shown={FILTERS}
        onChange={choose}
      >
        <TimeFilters id={department} filter={filter.value} onChange={choose} />
      </Filters>
      <TicketList followed={followed} to={(number) => `/${department}/tickets/${number}`} empty={<p>{words().empty}</p>} />
    </section>
  );
};

/** The work of a clerk's departments, by what is due next. */
export const InboxPage = () => {
  const district = useDistrict();
  const own = ownDepartments();
  return (
    <>
      <PageTitle>{words().inbox}</PageTitle>
      {own.length === 0 && <p role="alert">{words().noDepartment}</p>}
      <Shown of={district}>{(known) => own.map((id) => <Inbox key={id} department={id} district={known} />)}</Shown>
    </>
  );
};
