import type { Construct } from 'constructs';
import type { Door, DoorParts } from '#infra/constructs/door.ts';
import { AcceptTicket } from '#infra/functions/accept-ticket.ts';
import { AcknowledgeWork } from '#infra/functions/acknowledge-work.ts';
import { AddToTicket } from '#infra/functions/add-to-ticket.ts';
import { DispatchTicket } from '#infra/functions/dispatch-ticket.ts';
import { FinishCallBack } from '#infra/functions/finish-call-back.ts';
import { GetDepartmentRecording } from '#infra/functions/get-department-recording.ts';
import { GetDepartmentTicket } from '#infra/functions/get-department-ticket.ts';
import { GetFigures } from '#infra/functions/get-figures.ts';
import { GetRecording } from '#infra/functions/get-recording.ts';
import { GetTicket } from '#infra/functions/get-ticket.ts';
import { GiveBackWork } from '#infra/functions/give-back-work.ts';
import { LeaseCallBacks } from '#infra/functions/lease-call-backs.ts';
import { LeaseWork } from '#infra/functions/lease-work.ts';
import { ListOwnTickets } from '#infra/functions/list-own-tickets.ts';
import { ListTickets } from '#infra/functions/list-tickets.ts';
import { OpenTicket } from '#infra/functions/open-ticket.ts';
import { OpenTicketForCaller } from '#infra/functions/open-ticket-for-caller.ts';
import { RateTicket } from '#infra/functions/rate-ticket.ts';
import { ResolveTicket } from '#infra/functions/resolve-ticket.ts';
import { ReturnTicket } from '#infra/functions/return-ticket.ts';

/** Every door of the API that asks for a token. */
export const doors: readonly (new (scope: Construct, parts: DoorParts) => Door)[] = [
  AcceptTicket,
  AcknowledgeWork,
  AddToTicket,
  DispatchTicket,
  FinishCallBack,
  GetDepartmentRecording,
  GetDepartmentTicket,
  GetFigures,
  GetRecording,
  GetTicket,
  GiveBackWork,
  LeaseCallBacks,
  LeaseWork,
  ListOwnTickets,
  ListTickets,
  OpenTicketForCaller,
  OpenTicket,
  RateTicket,
  ResolveTicket,
  ReturnTicket,
];
