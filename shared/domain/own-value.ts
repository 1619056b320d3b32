/**
 * What stands under a key that comes from data: an id, or what a caller pressed. A plain object also answers to `constructor`
 * and `toString`, which nobody wrote into it, so no object is asked for such a key in another way.
 */
export const ownValue = <V>(record: Readonly<Partial<Record<string, V>>>, key: string): V | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
