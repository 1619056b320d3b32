import { createHash } from 'node:crypto';
import type { HttpHandler } from '../../shared/contracts/http/http-contract.ts';
import type { openTicketContract } from '../../shared/contracts/http/open-ticket.ts';
import { ticketView } from '../../shared/contracts/http/ticket-view.ts';
import { reporterKey } from '../../shared/domain/change-ticket.ts';
import type { District } from '../../shared/domain/district.ts';
import type { Clock, RandomBelow } from '../../shared/ports/clock.ts';
import type { TicketStore } from '../../shared/ports/ticket-store.ts';
import { takeIntake } from '../../shared/use-cases/take-intake.ts';

interface Needs {
  store: Pick<TicketStore, 'open'>;
  district: District;
  now: Clock;
  randomBelow: RandomBelow;
}

/** A resident files a matter: one write, one ticket, however often the app sends it. */
export const createHandler =
  (needs: Needs): HttpHandler<typeof openTicketContract> =>
  async ({ body, headers, caller, correlationId }) => {
    const reporter = reporterKey(caller.id);
    const mark = {
      scope: reporter,
      key: headers['idempotency-key'],
      digest: createHash('sha256').update(JSON.stringify(body)).digest('base64url'),
    };
    const circumstances = { at: needs.now(), actor: { role: caller.role, id: caller.id }, correlationId };
    const { ticket, replayed } = await takeIntake({ ...body, reporterKey: reporter }, mark, circumstances, needs);
    return { status: replayed ? 200 : 201, body: { replayed, ticket: ticketView(ticket) } };
  };
