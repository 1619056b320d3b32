import type { correctTicketContract } from '#contracts/http/correct-ticket.ts';
import type { dispatchTicketContract } from '#contracts/http/dispatch-ticket.ts';
import type { openTicketForCallerContract } from '#contracts/http/open-ticket-for-caller.ts';
import type { StaffTicketSummary, StaffTicketView } from '#contracts/http/ticket-view.ts';
import type { understandMatterContract } from '#contracts/http/understand-matter.ts';
import { call } from '#web/session/call.ts';
import type { AnswerOf, BodyOf, PageOf } from '#web/session/contract-types.ts';

export type Understanding = AnswerOf<typeof understandMatterContract>;
export type CallersMatter = BodyOf<typeof openTicketForCallerContract>;
export type Correction = BodyOf<typeof correctTicketContract>;
export type DeskTicket = PageOf<typeof StaffTicketSummary>['tickets'][number];

const ticket = (number: string): string => `/desk/tickets/${encodeURIComponent(number)}`;

/** All that the desk asks of the API. */
export const deskApi = {
  list: (state: string, cursor?: string) =>
    call<PageOf<typeof StaffTicketSummary>>('GET', '/desk/tickets', { query: { state, limit: '50', cursor } }),
  read: (number: string) => call<StaffTicketView>('GET', `/tickets/${encodeURIComponent(number)}`),
  understand: (body: BodyOf<typeof understandMatterContract>) => call<Understanding>('POST', '/matters/understanding', { body }),
  open: (body: CallersMatter, key: string) =>
    call<AnswerOf<typeof openTicketForCallerContract>>('POST', '/desk/tickets', { body, key }),
  correct: (number: string, body: Correction) => call<StaffTicketView>('POST', `${ticket(number)}/correction`, { body }),
  dispatch: (number: string, body: BodyOf<typeof dispatchTicketContract>) =>
    call<StaffTicketView>('POST', `${ticket(number)}/dispatch`, { body }),
};
