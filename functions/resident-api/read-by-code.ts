import { readByCodeContract } from '#contracts/http/read-by-code.ts';
import { readerOf } from '#contracts/http/reader.ts';
import { ticketView } from '#contracts/http/ticket-view.ts';
import { factsOf } from '#domain/tickets/states.ts';
import { readByCode as read, readingTouches } from '#use-cases/look-up/read-by-code.ts';
import { operation } from '#use-cases/operation.ts';

/** Somebody without an account reads the ticket for which they were texted a code, as its reporter reads it. */
export const readByCode = operation(readByCodeContract, readingTouches).handledBy((needs) => async (request) => {
  const ticket = await read(request, needs);
  const view = ticketView(ticket, readerOf({ caller: { role: 'resident' }, headers: request.headers }, needs.district));
  // What a reporter may do asks for an account: a code is for reading alone.
  return { status: 200, body: { ...view, actions: [], isOpen: factsOf(ticket).clocks !== 'stop' } };
});
