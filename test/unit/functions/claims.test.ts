import { describe, expect, it } from 'vitest';
import { claimsOf, httpEvent } from './http-event.ts';
import { seededHotline, subjects } from './seeded-hotline.ts';
import { contractOf, NOT_YOURS, type Outcome, ROLE, tryOut, UNKNOWN } from './try-out.ts';

describe('claims', () => {
  /** What somebody with these groups gets from a resident's, the desk's and the water department's operation. */
  const RESIDENT = [201, ROLE, ROLE];
  const DESK = [ROLE, 200, ROLE];
  const WATER = [ROLE, ROLE, 200];
  const NOTHING = [ROLE, ROLE, ROLE];
  const OTHER_DEPARTMENT = [ROLE, ROLE, NOT_YOURS];
  const groups: [unknown, Outcome[]][] = [
    [undefined, RESIDENT],
    ['', RESIDENT],
    [[], RESIDENT],
    [['resident'], RESIDENT],
    [['family-doctors', 'choir'], RESIDENT],
    [['agent'], DESK],
    ['agent', DESK],
    [['supervisor'], DESK],
    [
      ['resident', 'agent'],
      [201, 200, ROLE],
    ],
    [['department:water'], WATER],
    ['department:water', WATER],
    [['department:power', 'department:water'], WATER],
    [
      ['agent', 'department:water'],
      [ROLE, 200, 200],
    ],
    [['department:power'], OTHER_DEPARTMENT],
    // A text is one group, whatever it holds.
    ['[agent]', RESIDENT],
    ['[resident agent]', RESIDENT],
    ['agent resident', RESIDENT],
    ['agent,resident', RESIDENT],
    ['department:power,department:water', OTHER_DEPARTMENT],
    [['former supervisor'], RESIDENT],
    [['agent '], RESIDENT],
    [['a', 'department:power department:water'], OTHER_DEPARTMENT],
    // Nothing that only looks like a group is one.
    [['AGENT'], RESIDENT],
    [['agents'], RESIDENT],
    [['not-agent'], RESIDENT],
    [['[agent]'], RESIDENT],
    ['["agent"]', RESIDENT],
    ['[agent', RESIDENT],
    ['{"groups":"agent"}', RESIDENT],
    [['Department:water'], RESIDENT],
    [['xdepartment:water'], RESIDENT],
    [['department'], RESIDENT],
    [['department:'], OTHER_DEPARTMENT],
    [['department:*'], OTHER_DEPARTMENT],
    [['department:Water'], OTHER_DEPARTMENT],
    [['department:waterworks'], OTHER_DEPARTMENT],
    [['department:wate'], OTHER_DEPARTMENT],
    [['department:power:water'], OTHER_DEPARTMENT],
    [['department:power/../water'], OTHER_DEPARTMENT],
    [null, RESIDENT],
    // Who is of no group is a resident; a claim that is there and holds no text is of an issuer that was set up wrongly.
    [{ agent: true }, NOTHING],
    [7, NOTHING],
    [true, NOTHING],
    [false, NOTHING],
    [{}, NOTHING],
    [[['agent']], NOTHING],
    [[{ name: 'agent' }], NOTHING],
    [[null], NOTHING],
    [[7, 'agent'], DESK],
    [[7, 'choir'], RESIDENT],
  ];
  const probes = ['open-ticket', 'list-tickets', 'get-department-ticket'];
  const probe = async (claims: Record<string, unknown>): Promise<Outcome[]> =>
    Promise.all(probes.map(async (name) => (await tryOut(name, claims)).outcome));

  it.each(groups)('groups %j', async (claim, expected) => expect(await probe(claimsOf(subjects.owner, claim))).toEqual(expected));

  it('come from the claim that the stage names, and from no other', async () => {
    const others = { groups: ['agent'], role: 'agent', 'custom:groups': ['agent'], 'cognito:roles': ['agent'], scope: 'agent' };
    expect(await probe({ ...claimsOf(subjects.owner), ...others })).toEqual(RESIDENT);
  });

  it.each([undefined, '', 7, null, ['x'], 'x'.repeat(256)])('a subject that is %j is nobody', async (sub) => {
    const outcomes = await probe({ ...claimsOf(subjects.owner, ['agent', 'department:water']), sub });
    expect(outcomes).toEqual(['unauthenticated', 'unauthenticated', 'unauthenticated']);
  });

  it('of a header, a query or a body count for nothing', async () => {
    const event = httpEvent(contractOf('list-tickets'), {
      query: { state: 'received' },
      headers: { 'cognito:groups': '[agent]', 'x-amzn-oidc-data': 'agent', authorization: 'Bearer agent' },
    });
    expect((await (await seededHotline()).send('list-tickets', event)).code).toBe('unauthenticated');
  });

  it('of somebody with the longest subject open a ticket that can be read again', async () => {
    const claims = claimsOf('s'.repeat(255));
    const { outcome, body, hotline } = await tryOut('open-ticket', claims);
    expect(outcome).toBe(201);
    const sent = { params: { number: body.ticket.number } };
    expect((await hotline.send('get-ticket', httpEvent(contractOf('get-ticket'), sent, claims))).status).toBe(200);
  });

  it('that make somebody both agent and resident keep both apart', async () => {
    const claims = claimsOf(subjects.otherResident, ['agent', 'resident']);
    const desk = await tryOut('get-ticket', claims);
    expect(desk.body).toHaveProperty('contact');
    const asResident = await tryOut('rate-ticket', claims);
    expect(asResident.outcome).toBe(UNKNOWN);
  });
});
