import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listTicketsContract } from '#contracts/http/list-tickets.ts';
import { bearerOf } from '#simulator/sample-events/web-request.ts';
import { claimsOf, httpEvent } from '#test/unit/functions/http-event.ts';
import { seededHotline, subjects } from '#test/unit/functions/seeded-hotline.ts';
import { contractOf } from '#test/unit/functions/try-out.ts';

const hotline = await seededHotline();
const USUAL = { query: { state: 'received' } };

/** What the desk's list answers somebody with these claims, after a change of the request. */
const ask = async (claims: Record<string, unknown>, headers: Record<string, string | undefined> = {}) => {
  const event = httpEvent(listTicketsContract, USUAL, claims);
  const { status, code } = await hotline.send('list-tickets', {
    ...event,
    headers: { ...event.headers, ...headers } as Record<string, string>,
  });
  return code ?? status;
};

/** Signs and words that might be taken for the border between two groups. */
const border = fc.constantFrom(' ', ',', ', ', ';', '\t', '\n', '][', '|', '\u3000', '","', '] [');
const word = fc.constantFrom('supervisor', 'agent', 'former', 'resident', 'department:water', '[', ']', '', 'x');
const strangeGroup = fc
  .tuple(word, border, word, fc.array(fc.tuple(border, word), { maxLength: 2 }))
  .map(([first, between, second, more]) => first + between + second + more.flat().join(''));

describe('the groups of a token', () => {
  it('never become another group by what they hold, alone or in a list', async () => {
    const claim = fc.oneof(strangeGroup, fc.array(strangeGroup, { maxLength: 4 }));
    await fc.assert(
      fc.asyncProperty(claim, async (groups) => {
        expect(await ask(claimsOf(subjects.owner, groups))).toBe('role-not-allowed');
      }),
    );
  });

  it('count as they stand in a list, beside whatever else is in it', async () => {
    const others = fc.array(fc.oneof(strangeGroup, fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string())));
    await fc.assert(
      fc.asyncProperty(others, others, fc.constantFrom('agent', 'supervisor'), async (before, after, group) => {
        expect(await ask(claimsOf(subjects.owner, [...before, group, ...after]))).toBe(200);
      }),
    );
  });
});

describe('the token in the header', () => {
  const agent = claimsOf(subjects.agent, ['agent']);

  it('is taken with and without the word Bearer, as API Gateway does', async () => {
    const [, token = ''] = bearerOf(agent).split(' ');
    for (const authorization of [`Bearer ${token}`, `bearer ${token}`, token])
      expect(await ask(agent, { authorization })).toBe(200);
  });

  it.each([
    ['of another person', bearerOf({ ...agent, sub: subjects.owner })],
    ['of another issuer', bearerOf({ ...agent, iss: 'https://other.example' })],
    ['without a subject', bearerOf({ ...agent, sub: undefined })],
    ['without an issuer', bearerOf({ ...agent, iss: undefined })],
    ['that is none', 'Bearer agent'],
    ['of no JSON', 'Bearer e30.e3.x'],
    ['of a list', `Bearer e30.${Buffer.from('["agent"]').toString('base64url')}.x`],
    ['of two', `${bearerOf(agent)},${bearerOf(agent)}`],
    ['that is empty', ''],
    ['that is not there', undefined],
  ])('%s is nobody, though the authorizer hands over the claims of an agent', async (_, authorization) => {
    expect(await ask(agent, { authorization })).toBe('unauthenticated');
  });

  it('counts for nothing where the authorizer has verified none', async () => {
    const { status } = await hotline.send(
      'list-tickets',
      httpEvent(listTicketsContract, { ...USUAL, headers: { authorization: bearerOf(agent) } }),
    );
    expect(status).toBe(401);
  });
});

it('the same subject of another issuer is another person: it sees and lists nothing of the first', async () => {
  const { send } = await seededHotline();
  const [first, other] = ['https://first.example', 'https://other.example'].map((iss) => ({ ...claimsOf('1001'), iss }));
  const to = (name: string, sent: object, claims?: Record<string, unknown>) =>
    send(name, httpEvent(contractOf(name), sent, claims));
  const body = { kind: 'help', category: 'water-leak', matter: '水管漏水', area: 'xuegong-linyuan' };
  const headers = { 'idempotency-key': 'order-0001' };
  const opened = await to('open-ticket', { headers, body }, first);
  const params = { number: opened.body.ticket.number };
  expect((await to('get-ticket', { params }, first)).status).toBe(200);
  expect((await to('get-ticket', { params }, other)).code).toBe('ticket-unknown');
  expect((await to('list-own-tickets', {}, first)).body.tickets).toHaveLength(1);
  expect((await to('list-own-tickets', {}, other)).body.tickets).toEqual([]);
  // The other one's key is their own, so it opens a ticket of its own.
  expect((await to('open-ticket', { headers, body }, other)).status).toBe(201);
  expect((await to('open-ticket', { headers, body }, first)).body).toMatchObject({ replayed: true, ticket: params });
});
