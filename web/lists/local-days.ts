const DAY_MS = 24 * 60 * 60_000;
const DAY = /^(?:20|21)\d\d-\d\d-\d\d$/;

/** The instant at which a local day begins, so many days later; undefined for what is no day of this or the next century. */
export const startOfDay = (day: string, offsetMs: number, daysLater = 0): string | undefined => {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  if (!DAY.test(day) || Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day) return undefined;
  return new Date(midnight + daysLater * DAY_MS - offsetMs).toISOString();
};

/** The local day of an instant, so many days later. */
export const dayOf = (instant: string, offsetMs: number, daysLater = 0): string =>
  new Date(Date.parse(instant) + offsetMs + daysLater * DAY_MS).toISOString().slice(0, 10);

/** The present month and those before it, as a query names them: `2026-11`. */
export const monthsUntil = (now: number, offsetMs: number, count: number): string[] => {
  const local = new Date(now + offsetMs);
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );
};
