import { describe, expect, it } from 'vitest';
import { rateTicketContract } from '#contracts/http/rate-ticket.ts';
import { withdrawTicketContract } from '#contracts/http/withdraw-ticket.ts';
import { begin } from '#domain/calls/conversation.ts';
import type { State } from '#domain/calls/state.ts';
import { fileCall } from '#use-cases/phone/file-call.ts';
import { httpEvent, people } from './http-event.ts';
import { phoneHotline } from './phone-hotline.ts';
import { numbers, seededHotline } from './seeded-hotline.ts';

const withdrawn = async (reason: string) => {
  const { store, send } = await seededHotline();
  const params = { number: numbers.accepted };
  const answer = await send('withdraw-ticket', httpEvent(withdrawTicketContract, { params, body: { reason } }, people.owner));
  return { ...answer, ticket: await store.get(numbers.accepted) };
};
const rated = async (comment: string) => {
  const { store, send } = await seededHotline();
  const params = { number: numbers.resolved };
  const body = { solved: false, stars: 1, comment };
  const answer = await send('rate-ticket', httpEvent(rateTicketContract, { params, body }, people.owner));
  return { ...answer, ticket: await store.get(numbers.resolved) };
};

describe('words of danger with which somebody would end a ticket', () => {
  it('are no withdrawal: they are added, and refused with the number to ring', async () => {
    const { status, body, ticket } = await withdrawn('着火了快来人救命');
    expect([status, body.code, body.detail]).toEqual([409, 'danger-told', expect.stringContaining('119')]);
    expect(ticket).toMatchObject({ state: 'accepted', urgent: true, danger: { outcome: 'danger' } });
    expect(ticket?.additions.at(-1)?.text).toBe('着火了快来人救命');
    expect(ticket?.duty?.nextAt).toEqual(expect.any(String));
  });

  it('are no rating: who is on duty is rung, and the ticket is not closed', async () => {
    const { status, body, ticket } = await rated('没解决，配电箱冒火花有人触电了，快来人');
    expect([status, body.code, body.detail]).toEqual([409, 'danger-told', expect.stringMatching(/119|120/)]);
    expect(ticket).toMatchObject({ state: 'resolved', urgent: true, danger: { outcome: 'danger' } });
    expect(ticket?.duty?.nextAt).toEqual(expect.any(String));
  });

  it("are those that speak of one's own life, too", async () => {
    for (const end of [withdrawn, rated]) {
      const { status, body, ticket } = await end('我不想活了');
      expect([status, body.detail]).toEqual([409, expect.stringMatching(/12356.*120/)]);
      expect(ticket?.danger).toMatchObject({ selfHarm: true });
    }
  });

  it.each(['已经自己修好了', '上次说着火是误会，没有着火', '还是没修好，太慢了'])(
    'are not such ordinary ones: %s',
    async (text) => {
      expect([(await withdrawn(text)).status, (await rated(text)).status]).toEqual([200, 200]);
    },
  );
});

describe('words of danger beside a rating that a call asks for', () => {
  it('are added, and rate nothing', async () => {
    const { store } = await seededHotline();
    const { needs } = phoneHotline({ store });
    const begun = begin({ reachable: 'yes' }, needs.district);
    const state: State = {
      ...begun,
      question: 'rated',
      rates: numbers.resolved,
      solved: false,
      stars: 1,
      comment: '着火了快来人',
    };
    for (let times = 0; times < 2; times += 1) await fileCall(state, { call: 'rating', phone: undefined }, 'test', needs);
    const ticket = await store.get(numbers.resolved);
    expect(ticket).toMatchObject({ state: 'resolved', urgent: true, danger: { outcome: 'danger' } });
    expect(ticket?.additions.map(({ text }) => text)).toEqual(['着火了快来人']);
  });
});
