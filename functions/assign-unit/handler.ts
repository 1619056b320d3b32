import type { TicketEventMessage } from '../../shared/contracts/messages/ticket-event-message.ts';
import type { TicketNeeds } from '../../shared/use-cases/act-on-ticket.ts';
import { carryOut } from '../../shared/use-cases/carry-out.ts';

interface Needs extends TicketNeeds {
  /** Whose lane this is. */
  department: string;
}

/**
 * One department's routing: names the unit of a ticket that is with this department and has none yet. A message that
 * comes late finds the ticket accepted, assigned or with somebody else, and then there is nothing to do.
 */
export const createHandler =
  ({ department, ...needs }: Needs) =>
  async ({ number, correlationId }: TicketEventMessage): Promise<string> => {
    const { changed } = await carryOut(
      number,
      (ticket) =>
        ticket.department === department && ticket.state === 'dispatched' && ticket.unit === undefined
          ? { action: 'assign' }
          : undefined,
      { at: needs.now(), actor: { role: 'system' }, correlationId },
      needs,
    );
    return changed ? 'assigned' : 'nothing-to-do';
  };
