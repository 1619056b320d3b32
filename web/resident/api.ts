import type { addToTicketContract } from '#contracts/http/add-to-ticket.ts';
import type { openTicketContract } from '#contracts/http/open-ticket.ts';
import type { rateTicketContract } from '#contracts/http/rate-ticket.ts';
import type { OwnTicketSummary, TicketView } from '#contracts/http/ticket-view.ts';
import type { understandMatterContract } from '#contracts/http/understand-matter.ts';
import type { withdrawTicketContract } from '#contracts/http/withdraw-ticket.ts';
import { call } from '#web/session/call.ts';
import type { AnswerOf, BodyOf, PageOf } from '#web/session/contract-types.ts';

export type Understanding = AnswerOf<typeof understandMatterContract>;
export type NewMatter = BodyOf<typeof openTicketContract>;
export type Filed = AnswerOf<typeof openTicketContract>;

const ticket = (number: string): string => `/tickets/${encodeURIComponent(number)}`;

/** All that the residents' page asks of the API. */
export const residentApi = {
  understand: (body: BodyOf<typeof understandMatterContract>) => call<Understanding>('POST', '/matters/understanding', { body }),
  open: (body: NewMatter, key: string) => call<Filed>('POST', '/tickets', { body, key }),
  own: (cursor?: string) => call<PageOf<typeof OwnTicketSummary>>('GET', '/tickets', { query: { cursor } }),
  read: (number: string) => call<TicketView>('GET', ticket(number)),
  add: (number: string, body: BodyOf<typeof addToTicketContract>) =>
    call<AnswerOf<typeof addToTicketContract>>('POST', `${ticket(number)}/additions`, { body }),
  withdraw: (number: string, body: BodyOf<typeof withdrawTicketContract>) =>
    call<TicketView>('POST', `${ticket(number)}/withdrawal`, { body }),
  rate: (number: string, body: BodyOf<typeof rateTicketContract>) =>
    call<TicketView>('POST', `${ticket(number)}/rating`, { body }),
};
