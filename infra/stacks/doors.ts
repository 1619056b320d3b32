import type { Construct } from 'constructs';
import type { Door, DoorParts } from '../constructs/door.ts';
import { AcceptTicket } from '../functions/accept-ticket.ts';
import { AcknowledgeWork } from '../functions/acknowledge-work.ts';
import { AddToTicket } from '../functions/add-to-ticket.ts';
import { DispatchTicket } from '../functions/dispatch-ticket.ts';
import { FinishCallBack } from '../functions/finish-call-back.ts';
import { GetDepartmentRecording } from '../functions/get-department-recording.ts';
import { GetDepartmentTicket } from '../functions/get-department-ticket.ts';
import { GetFigures } from '../functions/get-figures.ts';
import { GetRecording } from '../functions/get-recording.ts';
import { GetTicket } from '../functions/get-ticket.ts';
import { GiveBackWork } from '../functions/give-back-work.ts';
import { LeaseCallBacks } from '../functions/lease-call-backs.ts';
import { LeaseWork } from '../functions/lease-work.ts';
import { ListOwnTickets } from '../functions/list-own-tickets.ts';
import { ListTickets } from '../functions/list-tickets.ts';
import { OpenTicket } from '../functions/open-ticket.ts';
import { OpenTicketForCaller } from '../functions/open-ticket-for-caller.ts';
import { RateTicket } from '../functions/rate-ticket.ts';
import { ResolveTicket } from '../functions/resolve-ticket.ts';
import { ReturnTicket } from '../functions/return-ticket.ts';

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
