import type { TicketEventMessage } from '#contracts/messages/ticket-event-message.ts';
import { chooseDepartment } from '#domain/district/routing.ts';
import { commands } from '#domain/tickets/commands.ts';
import { factsOf } from '#domain/tickets/states.ts';
import type { TicketNeeds } from '#use-cases/act-on-ticket.ts';
import { carryOut } from '#use-cases/carry-out.ts';

/**
 * The dispatcher (派单): names the department of a ticket that nobody has dispatched yet. It looks at the ticket as it
 * is now, not at what the message said, so that old, doubled and reordered messages do no harm.
 */
export const createHandler =
  (needs: TicketNeeds) =>
  async ({ number, correlationId }: TicketEventMessage): Promise<string> => {
    const { changed } = await carryOut(
      number,
      (ticket) =>
        factsOf(ticket).awaitsRouting ? { action: 'dispatch', ...chooseDepartment(needs.district, ticket) } : undefined,
      { at: needs.now(), actor: { role: 'system' }, correlationId },
      needs,
    );
    return changed ? commands.dispatch.event : 'nothing-to-do';
  };
