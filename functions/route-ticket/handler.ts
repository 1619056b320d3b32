import type { TicketEventMessage } from '../../shared/contracts/messages/ticket-event-message.ts';
import { chooseDepartment } from '../../shared/domain/routing.ts';
import type { TicketNeeds } from '../../shared/use-cases/act-on-ticket.ts';
import { carryOut } from '../../shared/use-cases/carry-out.ts';

/**
 * The dispatcher (派单): names the department of a ticket that nobody has dispatched yet. It looks at the ticket as it
 * is now, not at what the message said, so that old, doubled and reordered messages do no harm.
 */
export const createHandler =
  (needs: TicketNeeds) =>
  async ({ number, correlationId }: TicketEventMessage): Promise<string> => {
    const { changed } = await carryOut(
      number,
      (ticket) => (ticket.state === 'received' ? { action: 'dispatch', ...chooseDepartment(needs.district, ticket) } : undefined),
      { at: needs.now(), actor: { role: 'system' }, correlationId },
      needs,
    );
    return changed ? 'dispatched' : 'nothing-to-do';
  };
