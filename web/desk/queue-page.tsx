import { signal } from '@preact/signals';
import { useInfiniteQuery } from '@tanstack/preact-query';
import type { DistrictNames } from '#contracts/pages/district-names.ts';
import { PageTitle } from '#web/parts/page-title.tsx';
import { Shown } from '#web/parts/shown.tsx';
import { Badges } from '#web/ticket/badges.tsx';
import { areaNamed, categoryNamed, named, useNames } from '#web/ticket/names.ts';
import { shared } from '#web/words/shared.ts';
import { dueInWords, inWords } from '#web/words/time.ts';
import { type DeskTicket, deskApi } from './api.ts';
import { desk } from './words/desk.ts';

/** Whose list is shown; it stays while somebody looks at a ticket. */
const chosen = signal<string | undefined>(undefined);

const Line = ({ ticket, names }: { ticket: DeskTicket; names: DistrictNames }) => (
  <li>
    <a href={`#/tickets/${ticket.number}`}>{ticket.excerpt}</a>
    <p>
      <Badges ticket={ticket} />
    </p>
    <p class="quiet">
      {[
        ticket.number,
        categoryNamed(names, ticket.category),
        shared().kinds[ticket.kind],
        areaNamed(names, ticket.area),
        named(names.departments, ticket.department),
        inWords(ticket.openedAt),
        ticket.dueAt && dueInWords({ at: ticket.dueAt, provisional: ticket.provisional }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  </li>
);

const List = ({ state, names }: { state: string; names: DistrictNames }) => {
  const words = shared();
  const list = useInfiniteQuery({
    queryKey: ['desk', state],
    queryFn: ({ pageParam }) => deskApi.list(state, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor,
    // While somebody looks at it.
    refetchInterval: 10_000,
  });
  return (
    <>
      <Shown of={list}>
        {({ pages }) => {
          const tickets = pages.flatMap((page) => page.tickets);
          return (
            <>
              <p role="status">{desk().count(tickets.length, list.hasNextPage)}</p>
              <ul class="tickets">
                {tickets.map((ticket) => (
                  <Line key={ticket.number} ticket={ticket} names={names} />
                ))}
              </ul>
            </>
          );
        }}
      </Shown>
      {list.hasNextPage && (
        <button type="button" onClick={() => void list.fetchNextPage()}>
          {words.more}
        </button>
      )}
    </>
  );
};

/** The desk's tickets by state: danger and doubt first, then what is urgent, as the API orders them. */
export const QueuePage = () => {
  const names = useNames();
  return (
    <>
      <PageTitle>{desk().queue}</PageTitle>
      <Shown of={names}>
        {(known) => {
          const states = Object.keys(known.states) as (keyof DistrictNames['states'])[];
          const state = chosen.value ?? states.find((one) => known.states[one].awaitsRouting) ?? '';
          return (
            <>
              <ul class="tabs" aria-label={shared().state}>
                {states.map((one) => (
                  <li key={one}>
                    <button
                      type="button"
                      aria-pressed={one === state}
                      onClick={() => {
                        chosen.value = one;
                      }}
                    >
                      {shared().states[one]}
                    </button>
                  </li>
                ))}
              </ul>
              <List key={state} state={state} names={known} />
            </>
          );
        }}
      </Shown>
    </>
  );
};
