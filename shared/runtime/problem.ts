import type { Problem } from '#contracts/http/problem.ts';
import { Busy, Refusal, type RefusalCode } from '#domain/errors.ts';

/** After so many seconds it is worth asking again when everything beneath us has too much to do. */
const SECONDS_WHEN_BUSY = 2;
/** The same for refusals that are over when somebody else is done. */
const secondsAfter: Partial<Record<RefusalCode, number>> = {
  'ticket-changed-meanwhile': 1,
  'too-many-today': 60 * 60,
  'too-many-codes': 60 * 60,
};

/** After how many seconds to ask again; undefined for what asking again does not help. */
export const secondsUntilAgain = (thrown: unknown): number | undefined => {
  if (thrown instanceof Busy) return SECONDS_WHEN_BUSY;
  return thrown instanceof Refusal ? (thrown.seconds ?? secondsAfter[thrown.code]) : undefined;
};

/** Which HTTP status a refusal is. A code without one does not compile. */
export const statusOf: Record<RefusalCode, number> = {
  'ticket-number-mistyped': 400,
  'ticket-unknown': 404,
  'role-not-allowed': 403,
  'department-not-yours': 403,
  'state-not-allowed': 409,
  'ticket-changed-meanwhile': 409,
  'idempotency-key-reused': 422,
  'too-many-additions': 409,
  'too-many-today': 429,
  'too-many-codes': 429,
  'code-not-right': 422,
  'phone-not-texted': 422,
  'danger-told': 409,
  'area-unknown': 422,
  'category-unknown': 422,
  'department-unknown': 404,
  'cursor-invalid': 400,
  'lease-invalid': 409,
  'recording-none': 404,
  'recording-not-there-yet': 409,
  'period-invalid': 400,
  'request-invalid': 400,
  'body-not-utf8': 400,
  'body-not-json': 400,
  'body-too-large': 413,
  'signature-invalid': 403,
  unauthenticated: 401,
};

/** What happened, in a few words; what to do about it is the sentence of the refusal. */
const titleOf: Record<RefusalCode, string> = {
  'ticket-number-mistyped': 'The ticket number is mistyped.',
  'ticket-unknown': 'The ticket is unknown.',
  'role-not-allowed': 'The role is not allowed.',
  'department-not-yours': 'The department is another one.',
  'state-not-allowed': 'The state of the ticket does not allow this.',
  'ticket-changed-meanwhile': 'The ticket changed meanwhile.',
  'idempotency-key-reused': 'The Idempotency-Key was used before.',
  'too-many-additions': 'The ticket is full.',
  'too-many-today': 'Too many matters came today.',
  'too-many-codes': 'Too many codes were asked for today.',
  'code-not-right': 'The code is not right.',
  'phone-not-texted': 'The telephone takes no texts.',
  'danger-told': 'The words tell of danger.',
  'area-unknown': 'The area is unknown.',
  'category-unknown': 'The category is unknown.',
  'department-unknown': 'The department is unknown.',
  'cursor-invalid': 'The cursor is not valid.',
  'lease-invalid': 'The lease is not valid.',
  'recording-none': 'There is no recording.',
  'recording-not-there-yet': 'The recording is not there yet.',
  'period-invalid': 'The period is not valid.',
  'request-invalid': 'The request is not valid.',
  'body-not-utf8': 'The body is not UTF-8.',
  'body-not-json': 'The body is not JSON.',
  'body-too-large': 'The body is too large.',
  'signature-invalid': 'The signature is not valid.',
  unauthenticated: 'Nobody is signed in.',
};

/** The problem that tells of whatever was thrown; what is not a Refusal is ours and says nothing of its inside. */
export const problemOf = (thrown: unknown, correlationId: string): Problem => {
  if (thrown instanceof Busy) {
    return {
      type: 'urn:hotline:problem:busy',
      title: 'The hotline is busy.',
      status: 503,
      detail: 'It can not do this at this moment: send the same request again after the seconds in Retry-After.',
      code: 'busy',
      correlationId,
    };
  }
  if (!(thrown instanceof Refusal)) {
    return {
      type: 'urn:hotline:problem:internal-error',
      title: 'The hotline failed.',
      status: 500,
      detail: 'Asking again does no harm: retry, and give the operator this correlationId if it fails again.',
      code: 'internal-error',
      correlationId,
    };
  }
  return {
    type: `urn:hotline:problem:${thrown.code}`,
    title: titleOf[thrown.code],
    status: statusOf[thrown.code],
    detail: thrown.message,
    code: thrown.code,
    correlationId,
    ...(thrown.fields.length > 0 && { errors: thrown.fields }),
  };
};
