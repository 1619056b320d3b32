/** A JSON object. */
export type Json = Record<string, unknown>;

/** Whether a value is a JSON object: no list, no null. */
export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A JSON merge patch (RFC 7386): a member of the patch replaces that of the target, null deletes it, objects are merged
 * and everything else, lists too, is replaced whole. A member that is undefined is none. The target stays as it is.
 */
export const mergePatch = (target: unknown, patch: unknown): unknown => {
  if (!isObject(patch)) return patch;
  const merged = new Map(Object.entries(isObject(target) ? target : {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else if (value !== undefined) merged.set(name, mergePatch(merged.get(name), value));
  }
  return Object.fromEntries(merged);
};
