import { addToTicket } from './add-to-ticket.ts';
import { askForCode } from './ask-for-code.ts';
import { getDistrict } from './get-district.ts';
import { getTicket } from './get-ticket.ts';
import { listOwnTickets } from './list-own-tickets.ts';
import { openTicket } from './open-ticket.ts';
import { rateTicket } from './rate-ticket.ts';
import { readByCode } from './read-by-code.ts';
import { understandMatter } from './understand-matter.ts';
import { withdrawTicket } from './withdraw-ticket.ts';

/** All that residents do over HTTP, in the order in which openapi.json shows it. */
export const operations = [
  getDistrict,
  understandMatter,
  openTicket,
  listOwnTickets,
  getTicket,
  addToTicket,
  rateTicket,
  withdrawTicket,
  askForCode,
  readByCode,
] as const;
