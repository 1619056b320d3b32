import type { finishCallBackContract } from '#contracts/http/finish-call-back.ts';
import type { getRecordingContract } from '#contracts/http/get-recording.ts';
import type { getShiftContract } from '#contracts/http/get-shift.ts';
import type { leaseCallBacksContract } from '#contracts/http/lease-call-backs.ts';
import type { openTicketForCallerContract } from '#contracts/http/open-ticket-for-caller.ts';
import type { StaffTicketView } from '#contracts/http/ticket-view.ts';
import type { understandMatterContract } from '#contracts/http/understand-matter.ts';
import { call } from '#web/session/call.ts';
import type { AnswerOf, BodyOf, StaffChanges, StaffPage } from '#web/session/contract-types.ts';

export type Understanding = AnswerOf<typeof understandMatterContract>;
export type Shift = AnswerOf<typeof getShiftContract>;
export type LeasedCallBack = AnswerOf<typeof leaseCallBacksContract>['callBacks'][number];
export type CallersMatter = BodyOf<typeof openTicketForCallerContract>;

/** All that the desk asks of the API. */
export const deskApi = {
  list: (query: Readonly<Record<string, string>>) => call<StaffPage>('GET', '/desk/tickets', { query }),
  changes: (query: Readonly<Record<string, string>>) => call<StaffChanges>('GET', '/desk/changes', { query }),
  read: (number: string) => call<StaffTicketView>('GET', '/tickets/{number}', { place: { number } }),
  understand: (body: BodyOf<typeof understandMatterContract>) => call<Understanding>('POST', '/matters/understanding', { body }),
  open: (body: CallersMatter, key: string) =>
    call<AnswerOf<typeof openTicketForCallerContract>>('POST', '/desk/tickets', { body, key }),
  shift: () => call<Shift>('GET', '/desk/shift'),
  recording: (number: string) =>
    call<AnswerOf<typeof getRecordingContract>>('GET', '/tickets/{number}/recording', { place: { number } }),
  leaseCallBacks: (body: BodyOf<typeof leaseCallBacksContract>) =>
    call<AnswerOf<typeof leaseCallBacksContract>>('POST', '/desk/call-backs/leases', { body }),
  finishCallBack: (id: string, body: BodyOf<typeof finishCallBackContract>) =>
    call<AnswerOf<typeof finishCallBackContract>>('POST', '/desk/call-backs/{id}/completion', { place: { id }, body }),
};
