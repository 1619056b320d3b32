import { createHash } from 'node:crypto';
import type { District } from '#domain/district/district.ts';
import { Refusal } from '#domain/errors.ts';
import type { Actor, Circumstances } from '#domain/tickets/circumstances.ts';
import { type FilingWarning, filingWarnings } from '#domain/tickets/filing-warnings.ts';
import type { Intake } from '#domain/tickets/open-ticket.ts';
import { reporterKey } from '#domain/tickets/visibility.ts';
import type { Clock } from '#ports/clock.ts';
import type { IdempotencyMark } from '#ports/ticket-store.ts';
import type { Taken } from './take-intake.ts';

/** What every operation that opens a ticket needs. */
export interface FilingNeeds {
  district: District;
  now: Clock;
}

/** A request of somebody signed in who files a matter, as its contract checked it. */
interface Filing {
  body: Omit<Intake, 'reporterKey' | 'contact' | 'confidential'> & {
    /** Who wishes that must have their call-back sealed: only the phone does so (`sealCallBack`). */
    confidential?: never;
    contact?: { name?: string | undefined; phone?: string | undefined } | undefined;
  };
  headers: { 'idempotency-key': string };
  caller: Actor & { id: string };
  correlationId: string;
}

/** How a matter is filed: by which operation, for whom, and whether the limits of a day hold. */
interface Way<Needs> {
  operation: string;
  reporter: 'caller' | 'somebody-else';
  take: (intake: Intake, mark: IdempotencyMark, circumstances: Circumstances, needs: Needs) => Promise<Taken>;
}

/**
 * Who is to be asked, with their telephone in its one form. The plans of numbers are loaded with the first number: most
 * matters come without one.
 */
const contactIn = async ({ phone, ...named }: NonNullable<Filing['body']['contact']>, { telephone: home }: District) => {
  if (phone === undefined) return named;
  const { FORMS, readTelephone } = await import('#domain/telephone/read-telephone.ts');
  const telephone = readTelephone(phone, home);
  if (telephone === undefined)
    throw new Refusal('request-invalid', undefined, [{ pointer: '/body/contact/phone', detail: FORMS }]);
  return { ...named, phone: telephone };
};

/**
 * Somebody signed in files a matter through `operation`, for themselves or for another. The key is the sender's own;
 * the digest covers the operation too, and does not depend on the order in which the client wrote its fields, since
 * the contract's check puts them in its own. Throws `request-invalid` for a telephone that can't be read, and the
 * Refusals of `take`.
 */
export const fileMatter = async <Needs extends FilingNeeds>(
  { body, headers, caller, correlationId }: Filing,
  { operation, reporter, take }: Way<Needs>,
  needs: Needs,
): Promise<Taken & { warnings?: FilingWarning[] }> => {
  const sender = reporterKey(caller.id);
  const mark = {
    scope: sender,
    key: headers['idempotency-key'],
    digest: createHash('sha256')
      .update(JSON.stringify([operation, body]))
      .digest('base64url'),
  };
  const { contact, ...matter } = body;
  const intake: Intake = {
    ...matter,
    ...(reporter === 'caller' && { reporterKey: sender }),
    ...(contact && { contact: await contactIn(contact, needs.district) }),
  };
  const filed = await take(intake, mark, { at: needs.now(), actor: caller, correlationId }, needs);
  const told = { texts: [body.matter, body.place], anonymous: body.anonymous, name: contact?.name };
  return { ...filed, ...filingWarnings(told, needs.district) };
};
