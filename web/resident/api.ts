import type { askForCodeContract } from '#contracts/http/ask-for-code.ts';
import type { openTicketContract } from '#contracts/http/open-ticket.ts';
import type { readByCodeContract } from '#contracts/http/read-by-code.ts';
import type { OwnTicketSummary, TicketView } from '#contracts/http/ticket-view.ts';
import type { understandMatterContract } from '#contracts/http/understand-matter.ts';
import { call } from '#web/session/call.ts';
import type { AnswerOf, BodyOf, PageOf } from '#web/session/contract-types.ts';
import type { NewMatter } from './matter.ts';

export type Understanding = AnswerOf<typeof understandMatterContract>;
export type ReadByCode = AnswerOf<typeof readByCodeContract>;
export type Filed = AnswerOf<typeof openTicketContract>;

/** All that the residents' page asks of the API. */
export const residentApi = {
  understand: (body: BodyOf<typeof understandMatterContract>) => call<Understanding>('POST', '/matters/understanding', { body }),
  open: (body: NewMatter, key: string) => call<Filed>('POST', '/tickets', { body, key }),
  own: (cursor?: string) => call<PageOf<typeof OwnTicketSummary>>('GET', '/tickets', { query: { cursor } }),
  read: (number: string) => call<TicketView>('GET', '/tickets/{number}', { place: { number } }),
  askForCode: (body: BodyOf<typeof askForCodeContract>) =>
    call<AnswerOf<typeof askForCodeContract>>('POST', '/look-ups', { body }),
  readByCode: (body: BodyOf<typeof readByCodeContract>) => call<ReadByCode>('POST', '/look-ups/readings', { body }),
};
