import { getTicketContract } from '#contracts/http/get-ticket.ts';
import { readerOf } from '#contracts/http/reader.ts';
import { staffTicketView, ticketView } from '#contracts/http/ticket-view.ts';
import { operation } from '#use-cases/operation.ts';
import { readTicket } from '#use-cases/read-ticket.ts';

/** A resident reads their own ticket; the desk reads any, and only for the desk is the contact read at all. */
export const getTicket = operation(getTicketContract, { store: ['get', 'contact'] }).handledBy((needs) => async (request) => {
  const ticket = await readTicket(request, needs);
  if (request.caller.role === 'resident') return { status: 200, body: ticketView(ticket, readerOf(request, needs.district)) };
  const contact = await needs.store.contact(ticket.number);
  const view = staffTicketView(ticket, readerOf(request, needs.district), contact);
  const phone = view.contact?.phone;
  if (phone === undefined) return { status: 200, body: view };
  // The plans of numbers are loaded with the first number.
  const { whyNotRung } = await import('#domain/telephone/reach.ts');
  const notRung = whyNotRung(phone, needs.district.telephone);
  return { status: 200, body: { ...view, ...(notRung && { notRung }) } };
});
