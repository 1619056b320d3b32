import type { Instant } from '#domain/instant.ts';

/** The id of the call-back that a caller has left at a moment; its version tells two of the same moment apart. */
export const callBackId = (caller: string, at: Instant, version = 1): string =>
  [caller, Date.parse(at), ...(version > 1 ? [version] : [])].join('.');

/** The caller whose call-back has this id: the key of their telephone. */
export const callerOf = (id: string): string => id.slice(0, id.indexOf('.'));
