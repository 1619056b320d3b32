import { acceptTicket } from './accept-ticket.ts';
import { acknowledgeWork } from './acknowledge-work.ts';
import { getDepartmentFigures } from './get-department-figures.ts';
import { getDepartmentRecording } from './get-department-recording.ts';
import { getDepartmentTicket } from './get-department-ticket.ts';
import { getDepartmentWork } from './get-department-work.ts';
import { giveBackWork } from './give-back-work.ts';
import { leaseWork } from './lease-work.ts';
import { listDepartmentChanges } from './list-department-changes.ts';
import { listDepartmentTickets } from './list-department-tickets.ts';
import { resolveTicket } from './resolve-ticket.ts';
import { returnTicket } from './return-ticket.ts';

/** All that departments' clerks do over HTTP, in the order in which openapi.json shows it. */
export const operations = [
  leaseWork,
  acknowledgeWork,
  giveBackWork,
  getDepartmentWork,
  listDepartmentTickets,
  listDepartmentChanges,
  getDepartmentTicket,
  getDepartmentRecording,
  acceptTicket,
  returnTicket,
  resolveTicket,
  getDepartmentFigures,
] as const;
