import { agreeing } from '#web/lists/agreeing.ts';
import { Filters } from '#web/lists/filters.tsx';
import { type Filter, useFollowedList } from '#web/lists/followed-list.ts';
import { SetFilters } from '#web/lists/set-filters.tsx';
import { TicketList } from '#web/lists/ticket-list.tsx';
import { SelectField } from '#web/parts/fields.tsx';
import { PageTitle } from '#web/parts/page-title.tsx';
import { Shown } from '#web/parts/shown.tsx';
import { Refused } from '#web/session/call.ts';
import { type District, isOpenIn, useDistrict } from '#web/ticket/district.ts';
import { shared } from '#web/words/shared.ts';
import { deskApi } from './api.ts';
import { MoreFilters } from './more-filters.tsx';
import { filter, order } from './queue-filter.ts';
import { ShiftStrip } from './shift-strip.tsx';
import { desk } from './words/desk.ts';

const FILTERS = ['desk', 'department', 'unit', 'category', 'area', 'kind', 'urgent', 'doubt', 'card', 'channel'] as const;

/** The API reads telephones; what it can't read is one. */
const isPhoneUnread = (error: unknown): boolean =>
  filter.value.phone !== undefined && error instanceof Refused && error.problem.code === 'request-invalid';

const Queue = ({ district }: { district: District }) => {
  const words = desk();
  const followed = useFollowedList('desk', deskApi, filter.value, order.value);
  const choose = (chosen: Filter): void => {
    filter.value = agreeing(filter.value, chosen, (state) => isOpenIn(district, { state }));
  };
  return (
    <>
      <Filters district={district} filter={filter.value} counts={followed.counts} shown={FILTERS} onChange={choose}>
        <MoreFilters filter={filter.value} isPhoneUnread={isPhoneUnread(followed.list.error)} onChange={choose} />
        <SelectField
          id="order"
          label={words.order}
          value={order.value}
          options={[
            { id: 'age', name: words.byAge },
            { id: 'due', name: words.byDue },
          ]}
          onChange={(chosen) => {
            order.value = chosen === 'due' ? 'due' : 'age';
          }}
        />
      </Filters>
      <SetFilters district={district} filter={filter.value} onChange={choose} />
      <TicketList followed={followed} to={(number) => `/tickets/${number}`} empty={<p>{shared().none}</p>} />
    </>
  );
};

/** The desk's tickets, with filters and counts: danger and doubt first, then the oldest, or by what is due. */
export const QueuePage = () => {
  const district = useDistrict();
  return (
    <>
      <PageTitle>{desk().queue}</PageTitle>
      <ShiftStrip />
      <Shown of={district}>{(known) => <Queue district={known} />}</Shown>
    </>
  );
};
