import type { TicketEventMessage } from '#contracts/messages/ticket-event-message.ts';
import { departmentOf } from '#domain/district/standing-ids.ts';
import { commands, isAllowedIn } from '#domain/tickets/commands.ts';
import type { TicketNeeds } from '#use-cases/act-on-ticket.ts';
import { carryOut } from '#use-cases/carry-out.ts';

interface Needs extends TicketNeeds {
  /** Whose lane this is. */
  department: string;
}

/**
 * One department's routing: names the unit of a ticket that is with this department and has none yet. A message that
 * comes late finds the ticket accepted, assigned or with somebody else, and then there is nothing to do. Nor is there where
 * the district has this department no more: the desk sees so on the ticket, and a supervisor gives it to another one.
 */
export const createHandler =
  ({ department, ...needs }: Needs) =>
  async ({ number, correlationId }: TicketEventMessage): Promise<string> => {
    if (!departmentOf(needs.district, department)) return 'department-gone';
    const { changed } = await carryOut(
      number,
      (ticket) => (ticket.department === department && isAllowedIn(ticket.state, 'assign') ? { action: 'assign' } : undefined),
      { at: needs.now(), actor: { role: 'system' }, correlationId },
      needs,
    );
    return changed ? commands.assign.event : 'nothing-to-do';
  };
