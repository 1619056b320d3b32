import { correctTicket } from './correct-ticket.ts';
import { dispatchTicket } from './dispatch-ticket.ts';
import { finishCallBack } from './finish-call-back.ts';
import { getFigures } from './get-figures.ts';
import { getRecording } from './get-recording.ts';
import { getShift } from './get-shift.ts';
import { leaseCallBacks } from './lease-call-backs.ts';
import { listChanges } from './list-changes.ts';
import { listTickets } from './list-tickets.ts';
import { openTicketForCaller } from './open-ticket-for-caller.ts';

/** All that agents and supervisors do over HTTP, in the order in which openapi.json shows it. */
export const operations = [
  openTicketForCaller,
  listTickets,
  listChanges,
  getRecording,
  dispatchTicket,
  correctTicket,
  leaseCallBacks,
  finishCallBack,
  getShift,
  getFigures,
] as const;
