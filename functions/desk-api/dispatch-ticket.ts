import { dispatchTicketContract } from '#contracts/http/dispatch-ticket.ts';
import { readerOf } from '#contracts/http/reader.ts';
import { staffTicketView } from '#contracts/http/ticket-view.ts';
import { actOnTicket } from '#use-cases/act-on-ticket.ts';
import { operation } from '#use-cases/operation.ts';

/** An agent names the department by hand (派单); a supervisor also takes the ticket from the one that has it (改派). */
export const dispatchTicket = operation(dispatchTicketContract, { store: ['get', 'commit'] }).handledBy(
  (needs) => async (request) => {
    const isSupervisor = request.caller.role === 'supervisor';
    const action = isSupervisor ? 'reassign' : 'dispatch';
    const ticket = await actOnTicket(request, { ...request.body, action, rule: 'by-hand' }, needs);
    return { status: 200, body: staffTicketView(ticket, readerOf(request, needs.district)) };
  },
);
