import { expect, it } from 'vitest';
import { ticketRow } from '#adapters/dynamodb/rows.ts';
import { OfferedFacts, ownFacts } from '#domain/calls/own-tickets.ts';
import { opening } from '#test/unit/domain/new-ticket.ts';

const phoneKey = 'k'.repeat(22);

it('a call by its number alone learns of a ticket four facts, none of which anybody said', () => {
  expect(Object.keys(OfferedFacts().shape).sort()).toEqual(['category', 'openedAt', 'schedule', 'state']);
  const { ticket } = opening({ phoneKey, matter: 'SENTINEL', place: 'SENTINEL', contact: undefined });
  const told = ownFacts([ticket], ticket.openedAt);
  expect(JSON.parse(told.own ?? '')).toEqual([
    { category: ticket.category, state: ticket.state, openedAt: ticket.openedAt, recent: true, due: ticket.schedule.handle },
  ]);
});

it('a ticket is found by its telephone only while its reporter does not mind being known', () => {
  const pk = (wish: object) => ticketRow(opening({ phoneKey, ...wish }).ticket).byPhonePk;
  expect(pk({})).toBe(`PHONE#${phoneKey}`);
  expect([pk({ anonymous: true }), pk({ confidential: true }), pk({ phoneKey: undefined })]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
