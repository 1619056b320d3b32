import { Intake } from '#domain/tickets/open-ticket.ts';
import { httpContract } from './http-contract.ts';
import { IdempotencyHeaders } from './idempotency.ts';
import { OpenTicketBody, openingOf } from './open-ticket.ts';
import { AcceptLanguage } from './reader-language.ts';
import { StaffTicketView } from './ticket-view.ts';

export const openTicketForCallerContract = httpContract({
  name: 'open-ticket-for-caller',
  method: 'POST',
  path: '/desk/tickets',
  summary: 'An agent files a matter for somebody; with an answer it is resolved at intake (直接办结).',
  roles: ['agent'],
  get headers() {
    return IdempotencyHeaders().extend(AcceptLanguage().shape);
  },
  get body() {
    return OpenTicketBody().extend({
      channel: Intake().shape.channel.default('phone'),
      answer: Intake().shape.answer,
    });
  },
  get responses() {
    return openingOf(StaffTicketView());
  },
  refusals: ['area-unknown', 'category-unknown', 'idempotency-key-reused'],
});
