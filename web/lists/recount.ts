/** What a list holds: its pages, of which the last one says whether there are more. */
interface Held {
  pages: readonly { tickets: readonly { number: string }[]; cursor?: string | undefined }[];
}

/** So often in a row the numbers may differ: what happened between two answers, and an index that lags, explain one time. */
const MOST_TIMES = 1;

/** How many tickets a list holds; undefined while there are pages that nobody has asked for. */
const heldBy = ({ pages }: Held): number | undefined =>
  pages.length === 0 || pages.at(-1)?.cursor !== undefined
    ? undefined
    : new Set(pages.flatMap(({ tickets }) => tickets.map(({ number }) => number))).size;

/**
 * Compares a list that follows its changes with a recount of it: how often in a row they differed, and whether the list has
 * lost something and is to be read anew.
 */
export const recounted = (
  timesBefore: number,
  list: Held | undefined,
  total: number | undefined,
): { times: number; isLost: boolean } => {
  const held = list && heldBy(list);
  const times = held === undefined || total === undefined || held === total ? 0 : timesBefore + 1;
  return times > MOST_TIMES ? { times: 0, isLost: true } : { times, isLost: false };
};
