import { createHash } from 'node:crypto';
import type { Actor } from '#domain/tickets/circumstances.ts';
import type { Intake } from '#domain/tickets/open-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { reporterKey } from '#domain/tickets/visibility.ts';
import type { Clock } from '#ports/clock.ts';
import { type IntakeNeeds, takeIntake } from './take-intake.ts';

/** What every operation that opens a ticket needs. */
export interface FilingNeeds extends IntakeNeeds {
  now: Clock;
}

/** A request of somebody signed in who files a matter, as its contract checked it. */
interface Filing {
  body: Omit<Intake, 'reporterKey'>;
  headers: { 'idempotency-key': string };
  caller: Actor & { id: string };
  correlationId: string;
}

/**
 * Somebody signed in files a matter through `operation`, for themselves or for another. The key is the sender's own;
 * the digest covers the operation too, and does not depend on the order in which the client wrote its fields, since
 * the contract's check puts them in its own. Throws the Refusals of takeIntake.
 */
export const fileMatter = (
  { body, headers, caller, correlationId }: Filing,
  { operation, reporter }: { operation: string; reporter: 'caller' | 'somebody-else' },
  needs: FilingNeeds,
): Promise<{ ticket: Ticket; replayed: boolean }> => {
  const sender = reporterKey(caller.id);
  const mark = {
    scope: sender,
    key: headers['idempotency-key'],
    digest: createHash('sha256')
      .update(JSON.stringify([operation, body]))
      .digest('base64url'),
  };
  const intake = reporter === 'caller' ? { ...body, reporterKey: sender } : body;
  return takeIntake(intake, mark, { at: needs.now(), actor: caller, correlationId }, needs);
};
