import { createHash } from 'node:crypto';
import type { Instant } from '#domain/instant.ts';

/** Names a caller without their number standing in keys and messages. No secret: whoever reads the table reads the number too. */
export const callerKey = (phone: string): string => createHash('sha256').update(phone).digest('base64url');

/** The id of the call-back that a caller has left at a moment; its version tells two of the same moment apart. */
export const callBackId = (phone: string, at: Instant, version = 1): string =>
  [callerKey(phone), Date.parse(at), ...(version > 1 ? [version] : [])].join('.');

/** The caller whose call-back has this id. */
export const callerOf = (id: string): string => id.slice(0, id.indexOf('.'));
