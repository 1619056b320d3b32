import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import { useRef } from 'preact/hooks';
import { queries } from '#web/parts/start.tsx';
import { Refused } from '#web/session/call.ts';
import type { StaffChanges, StaffPage } from '#web/session/contract-types.ts';
import { language } from '#web/words/language.ts';
import { inOrder, merged, type Order } from './merged.ts';
import { recounted } from './recount.ts';

/** What a list is filtered by, as it stands in the query. */
export type Filter = Readonly<Record<string, string>>;

/** How the API is asked for a list of an audience. */
export interface AskForList {
  list: (query: Filter) => Promise<StaffPage>;
  changes: (query: Filter) => Promise<StaffChanges>;
}

/** So often changes are asked for while somebody looks. */
const FOLLOW_MS = 10_000;
/** Counting looks at the whole list, so it is done more rarely. */
const COUNT_MS = 60_000;

/** A list of the staff's that follows what happens while somebody looks at it: its tickets in order, and counts of its filters. */
export const useFollowedList = (name: string, ask: AskForList, filter: Filter, order: Order) => {
  const key = [name, filter, order, language.value];
  const timesOff = useRef(0);
  const list = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) =>
      ask.list({ ...filter, order, limit: '50', ...(pageParam !== undefined && { cursor: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [first] = list.data?.pages ?? [];
  const counts = useQuery({
    queryKey: [name, filter, 'counts'],
    queryFn: async () => {
      const counted = await ask.list({ ...filter, limit: '1' });
      const { times, isLost } = recounted(timesOff.current, queries.getQueryData<typeof list.data>(key), counted.total);
      timesOff.current = times;
      // What is shown stays until the list is read.
      if (isLost) void queries.invalidateQueries({ queryKey: key, exact: true });
      return counted;
    },
    enabled: first !== undefined,
    refetchInterval: COUNT_MS,
    placeholderData: (before) => before,
  });
  useQuery({
    queryKey: [...key, 'changes'],
    queryFn: async () => {
      const known = queries.getQueryData<typeof list.data>(key);
      const after = known?.pages[0]?.changes;
      if (after === undefined) return null;
      const changed = await ask.changes({ ...filter, after }).catch((error: unknown) => {
        // Nobody looked for half an hour.
        if (error instanceof Refused && error.problem.code === 'cursor-invalid') return undefined;
        throw error;
      });
      if (!changed || changed.reload) await queries.resetQueries({ queryKey: key, exact: true });
      else queries.setQueryData<typeof list.data>(key, (before) => before && { ...before, pages: merged(before.pages, changed) });
      return null;
    },
    enabled: first !== undefined,
    refetchInterval: FOLLOW_MS,
    staleTime: 0,
  });
  return {
    list,
    tickets: list.data && inOrder(list.data.pages, order),
    counts: counts.data?.counts ?? first?.counts ?? {},
  };
};
