import { signal } from '@preact/signals';
import { Filters } from '#web/lists/filters.tsx';
import { type Filter, useFollowedList } from '#web/lists/followed-list.ts';
import type { Order } from '#web/lists/merged.ts';
import { TicketList } from '#web/lists/ticket-list.tsx';
import { SelectField } from '#web/parts/fields.tsx';
import { PageTitle } from '#web/parts/page-title.tsx';
import { Shown } from '#web/parts/shown.tsx';
import { type District, useDistrict } from '#web/ticket/district.ts';
import { shared } from '#web/words/shared.ts';
import { deskApi } from './api.ts';
import { desk } from './words/desk.ts';

/** What is shown; it stays while somebody looks at a ticket. */
const filter = signal<Filter>({});
const order = signal<Order>('age');

const FILTERS = ['department', 'category', 'area', 'kind', 'urgent', 'doubt', 'card', 'channel'] as const;

const Queue = ({ district }: { district: District }) => {
  const words = desk();
  const followed = useFollowedList('desk', deskApi, filter.value, order.value);
  return (
    <>
      <Filters
        district={district}
        filter={filter.value}
        counts={followed.counts}
        shown={FILTERS}
        onChange={(chosen) => {
          filter.value = chosen;
        }}
      >
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
      <Shown of={district}>{(known) => <Queue district={known} />}</Shown>
    </>
  );
};
