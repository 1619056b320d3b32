/** What of a ticket says where in a list it stands. */
export interface Listed {
  number: string;
  version: number;
  openedAt: string;
  urgent: boolean;
  danger?: object | undefined;
  dueAt?: string | undefined;
}

export type Order = 'age' | 'due';

interface PageOfList<T> {
  tickets: T[];
  /** The cursor of the changes, on the first page. */
  changes?: string | undefined;
}

interface Changes<T> {
  tickets: readonly T[];
  left: readonly string[];
  changes: string;
}

/** The pages of a list with what changed since: of each ticket the newest version, and nothing that left. */
export const merged = <T extends Listed, P extends PageOfList<T>>(
  pages: readonly (P & PageOfList<T>)[],
  changed: Changes<T>,
): (P & PageOfList<T>)[] => {
  const left = new Set(changed.left);
  const newest = new Map<string, T>();
  for (const ticket of [...pages.flatMap((page) => page.tickets), ...changed.tickets]) {
    const { number, version } = ticket;
    if (!left.has(number) && version >= (newest.get(number)?.version ?? 0)) newest.set(number, ticket);
  }
  const shown = pages.map((page) => ({
    ...page,
    tickets: page.tickets.flatMap(({ number }) => {
      const ticket = newest.get(number);
      newest.delete(number);
      return ticket ?? [];
    }),
  }));
  return shown.map((page, n) =>
    n === 0 ? { ...page, tickets: [...newest.values(), ...page.tickets], changes: changed.changes } : page,
  );
};

const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** As the API orders them: danger to people, then what somebody must ask about, then the others. */
const rank = ({ urgent, danger }: Listed): number => (urgent ? 0 : danger ? 1 : 2);

/** All tickets of some pages, each once, in the order of the list: what came with changes stands where it belongs. */
export const inOrder = <T extends Listed>(pages: readonly PageOfList<T>[], order: Order): T[] => {
  const newest = new Map<string, T>();
  for (const ticket of pages.flatMap((page) => page.tickets))
    if (ticket.version >= (newest.get(ticket.number)?.version ?? 0)) newest.set(ticket.number, ticket);
  return [...newest.values()].sort(
    (one, other) =>
      (order === 'age' ? rank(one) - rank(other) : compared(one.dueAt ?? '~', other.dueAt ?? '~')) ||
      compared(one.openedAt, other.openedAt) ||
      compared(one.number, other.number),
  );
};
