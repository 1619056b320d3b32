import { acceptTicketContract } from './accept-ticket.ts';
import { acknowledgeWorkContract } from './acknowledge-work.ts';
import { addToTicketContract } from './add-to-ticket.ts';
import { askForCodeContract } from './ask-for-code.ts';
import { correctTicketContract } from './correct-ticket.ts';
import { dispatchTicketContract } from './dispatch-ticket.ts';
import { finishCallBackContract } from './finish-call-back.ts';
import { getDepartmentFiguresContract } from './get-department-figures.ts';
import { getDepartmentRecordingContract } from './get-department-recording.ts';
import { getDepartmentTicketContract } from './get-department-ticket.ts';
import { getDepartmentWorkContract } from './get-department-work.ts';
import { getDistrictContract } from './get-district.ts';
import { getFiguresContract } from './get-figures.ts';
import { getRecordingContract } from './get-recording.ts';
import { getShiftContract } from './get-shift.ts';
import { getTicketContract } from './get-ticket.ts';
import { giveBackWorkContract } from './give-back-work.ts';
import type { HttpContract } from './http-contract.ts';
import { leaseCallBacksContract } from './lease-call-backs.ts';
import { leaseWorkContract } from './lease-work.ts';
import { listChangesContract } from './list-changes.ts';
import { listDepartmentChangesContract } from './list-department-changes.ts';
import { listDepartmentTicketsContract } from './list-department-tickets.ts';
import { listOwnTicketsContract } from './list-own-tickets.ts';
import { listTicketsContract } from './list-tickets.ts';
import { openTicketContract } from './open-ticket.ts';
import { openTicketForCallerContract } from './open-ticket-for-caller.ts';
import { rateTicketContract } from './rate-ticket.ts';
import { readByCodeContract } from './read-by-code.ts';
import { resolveTicketContract } from './resolve-ticket.ts';
import { returnTicketContract } from './return-ticket.ts';
import { understandMatterContract } from './understand-matter.ts';
import { withdrawTicketContract } from './withdraw-ticket.ts';

/** Every operation of the API, in the order in which openapi.json shows them: residents, desk, departments, figures. */
export const operations: readonly HttpContract[] = [
  getDistrictContract,
  understandMatterContract,
  openTicketContract,
  listOwnTicketsContract,
  getTicketContract,
  addToTicketContract,
  rateTicketContract,
  withdrawTicketContract,
  askForCodeContract,
  readByCodeContract,
  openTicketForCallerContract,
  listTicketsContract,
  listChangesContract,
  getRecordingContract,
  dispatchTicketContract,
  correctTicketContract,
  leaseCallBacksContract,
  finishCallBackContract,
  getShiftContract,
  leaseWorkContract,
  acknowledgeWorkContract,
  giveBackWorkContract,
  getDepartmentWorkContract,
  listDepartmentTicketsContract,
  listDepartmentChangesContract,
  getDepartmentTicketContract,
  getDepartmentRecordingContract,
  acceptTicketContract,
  returnTicketContract,
  resolveTicketContract,
  getDepartmentFiguresContract,
  getFiguresContract,
];
