import { describe, expect, it } from 'vitest';
import { operations } from '#contracts/http/operations.ts';
import { claimsOf, httpEvent, type PersonName, people, type Sent, usualRequest } from './http-event.ts';
import { NOW, numbers, seededHotline, subjects, UNKNOWN_NUMBER } from './seeded-hotline.ts';
import { contractOf, NOT_YOURS, names, type Outcome, ROLE, tryOut, UNKNOWN, withParams } from './try-out.ts';

/**
 * Who gets what from which operation, when the request itself is right and speaks of the owner's ticket and of the water
 * department. Written down from what residents, desk and departments are for; nothing here is read from the contracts.
 */
const table: Record<string, Record<PersonName, Outcome>> = {
  'get-district': { owner: 200, otherResident: 200, agent: 200, supervisor: 200, water: 200, power: 200 },
  'understand-matter': { owner: 200, otherResident: 200, agent: 200, supervisor: 200, water: ROLE, power: ROLE },
  'open-ticket': { owner: 201, otherResident: 201, agent: ROLE, supervisor: ROLE, water: ROLE, power: ROLE },
  'list-own-tickets': { owner: 200, otherResident: 200, agent: ROLE, supervisor: ROLE, water: ROLE, power: ROLE },
  'get-ticket': { owner: 200, otherResident: UNKNOWN, agent: 200, supervisor: 200, water: ROLE, power: ROLE },
  'add-to-ticket': { owner: 200, otherResident: UNKNOWN, agent: ROLE, supervisor: ROLE, water: ROLE, power: ROLE },
  'rate-ticket': { owner: 200, otherResident: UNKNOWN, agent: ROLE, supervisor: ROLE, water: ROLE, power: ROLE },
  'withdraw-ticket': { owner: 200, otherResident: UNKNOWN, agent: ROLE, supervisor: ROLE, water: ROLE, power: ROLE },
  'ask-for-code': { owner: 202, otherResident: 202, agent: 202, supervisor: 202, water: 202, power: 202 },
  'read-by-code': { owner: 200, otherResident: 200, agent: 200, supervisor: 200, water: 200, power: 200 },
  'open-ticket-for-caller': { owner: ROLE, otherResident: ROLE, agent: 201, supervisor: ROLE, water: ROLE, power: ROLE },
  'list-tickets': { owner: ROLE, otherResident: ROLE, agent: 200, supervisor: 200, water: ROLE, power: ROLE },
  'list-changes': { owner: ROLE, otherResident: ROLE, agent: 200, supervisor: 200, water: ROLE, power: ROLE },
  'get-recording': { owner: ROLE, otherResident: ROLE, agent: 200, supervisor: 200, water: ROLE, power: ROLE },
  'dispatch-ticket': { owner: ROLE, otherResident: ROLE, agent: 200, supervisor: 200, water: ROLE, power: ROLE },
  'correct-ticket': { owner: ROLE, otherResident: ROLE, agent: 200, supervisor: 200, water: ROLE, power: ROLE },
  'lease-call-backs': { owner: ROLE, otherResident: ROLE, agent: 200, supervisor: ROLE, water: ROLE, power: ROLE },
  'finish-call-back': { owner: ROLE, otherResident: ROLE, agent: 200, supervisor: ROLE, water: ROLE, power: ROLE },
  'get-shift': { owner: ROLE, otherResident: ROLE, agent: 200, supervisor: 200, water: ROLE, power: ROLE },
  'get-figures': { owner: ROLE, otherResident: ROLE, agent: ROLE, supervisor: 200, water: ROLE, power: ROLE },
  'lease-work': { owner: ROLE, otherResident: ROLE, agent: ROLE, supervisor: ROLE, water: 200, power: NOT_YOURS },
  'acknowledge-work': { owner: ROLE, otherResident: ROLE, agent: ROLE, supervisor: ROLE, water: 200, power: NOT_YOURS },
  'give-back-work': { owner: ROLE, otherResident: ROLE, agent: ROLE, supervisor: ROLE, water: 200, power: NOT_YOURS },
  'get-department-work': { owner: ROLE, otherResident: ROLE, agent: ROLE, supervisor: ROLE, water: 200, power: NOT_YOURS },
  'list-department-tickets': { owner: ROLE, otherResident: ROLE, agent: ROLE, supervisor: ROLE, water: 200, power: NOT_YOURS },
  'list-department-changes': { owner: ROLE, otherResident: ROLE, agent: ROLE, supervisor: ROLE, water: 200, power: NOT_YOURS },
  'get-department-ticket': { owner: ROLE, otherResident: ROLE, agent: ROLE, supervisor: ROLE, water: 200, power: NOT_YOURS },
  'get-department-recording': { owner: ROLE, otherResident: ROLE, agent: ROLE, supervisor: ROLE, water: 200, power: NOT_YOURS },
  'accept-ticket': { owner: ROLE, otherResident: ROLE, agent: ROLE, supervisor: ROLE, water: 200, power: NOT_YOURS },
  'return-ticket': { owner: ROLE, otherResident: ROLE, agent: ROLE, supervisor: ROLE, water: 200, power: NOT_YOURS },
  'resolve-ticket': { owner: ROLE, otherResident: ROLE, agent: ROLE, supervisor: ROLE, water: 200, power: NOT_YOURS },
  'get-department-figures': { owner: ROLE, otherResident: ROLE, agent: ROLE, supervisor: ROLE, water: 200, power: NOT_YOURS },
};

/** What the power department gets when it sends the same through its own path. */
const throughOwnPath: Record<string, Outcome> = {
  'lease-work': 200,
  'acknowledge-work': 'lease-invalid',
  'give-back-work': 'lease-invalid',
  'list-department-tickets': 200,
  'list-department-changes': 'cursor-invalid',
  'get-department-ticket': UNKNOWN,
  'get-department-recording': UNKNOWN,
  'accept-ticket': UNKNOWN,
  'return-ticket': UNKNOWN,
  'resolve-ticket': UNKNOWN,
  'get-department-work': 200,
  'get-department-figures': 200,
};

/** Whoever sends these is not asked who they are, and gets the same. */
const open = ['ask-for-code', 'read-by-code'];

describe('routes and roles', () => {
  it('has a row and a request for every operation, and no others', () => {
    expect(Object.keys(table).sort()).toEqual([...names].sort());
    for (const name of names) expect(() => usualRequest(name)).not.toThrow();
    const ofDepartments = operations.filter(({ path }) => path.includes('{department}')).map(({ name }) => name);
    expect(Object.keys(throughOwnPath).sort()).toEqual(ofDepartments.sort());
  });

  const cells = names.flatMap((name) =>
    (Object.keys(people) as PersonName[]).map((person) => [name, person, table[name]?.[person] ?? 'no row'] as const),
  );
  it.each(cells)('%s by %s: %s', async (name, person, expected) => {
    const { outcome, isUntouched } = await tryOut(name, people[person]);
    expect(outcome).toBe(expected);
    if (typeof expected === 'string') expect(isUntouched).toBe(true);
  });

  it.each(names)('%s by somebody who is agent and supervisor is what the one or the other gets', async (name) => {
    const outcomes = [table[name]?.agent, table[name]?.supervisor];
    for (const groups of [
      ['agent', 'supervisor'],
      ['supervisor', 'agent'],
    ]) {
      const { outcome } = await tryOut(name, claimsOf(subjects.supervisor, groups));
      expect(outcomes).toContain(outcome);
      if (outcomes.some((one) => typeof one === 'number')) expect(typeof outcome).toBe('number');
    }
  });

  it('moves a ticket from a department for somebody who is agent and supervisor', async () => {
    const { send } = await seededHotline();
    const both = claimsOf(subjects.supervisor, ['agent', 'supervisor']);
    const sent = { params: { number: numbers.dispatched }, body: { department: 'power' } };
    expect(await send('dispatch-ticket', httpEvent(contractOf('dispatch-ticket'), sent, both))).toMatchObject({ status: 200 });
  });

  it.each(names)('%s by the owner is the same for somebody who signed up and is in no group', async (name) => {
    for (const groups of [undefined, []]) {
      const { outcome } = await tryOut(name, claimsOf(subjects.owner, groups));
      expect(outcome).toBe(table[name]?.owner);
    }
  });

  it.each(names.filter((name) => !open.includes(name)))('%s by somebody whose groups are no words is refused', async (name) => {
    const { outcome, isUntouched } = await tryOut(name, claimsOf(subjects.owner, { agent: true }));
    expect([outcome, isUntouched]).toEqual([ROLE, true]);
  });

  it.each(open)('%s by nobody is what it is by anybody', async (name) => {
    const [nobody, somebody] = [await tryOut(name), await tryOut(name, people.owner)];
    expect([nobody.outcome, nobody.body]).toEqual([table[name]?.owner, somebody.body]);
  });

  it.each(names.filter((name) => !open.includes(name)))('%s by nobody is 401 and changes nothing', async (name) => {
    const { outcome, status, isUntouched } = await tryOut(name);
    expect([outcome, status, isUntouched]).toEqual(['unauthenticated', 401, true]);
  });

  it.each(Object.entries(throughOwnPath))('%s by power through its own path: %s', async (name, expected) => {
    const { outcome, body, isUntouched } = await tryOut(name, people.power, (sent) => withParams(sent, { department: 'power' }));
    expect([outcome, isUntouched]).toEqual([expected, true]);
    if (name === 'lease-work') expect(body.work).toEqual([]);
  });

  it('keeps the work of a department that another one tried to acknowledge', async () => {
    const { hotline } = await tryOut('acknowledge-work', people.power, (sent) => withParams(sent, { department: 'power' }));
    hotline.setTime('2026-11-23T03:30:00.000Z');
    const again = await hotline.queue.lease('water', { most: 10, waitSeconds: 0, leaseSeconds: 60 });
    expect(again).toHaveLength(2);
  });
});

describe('guessed numbers', () => {
  const aboutOne = operations.filter(({ path }) => path.includes('{number}')).map(({ name }) => name);
  const allowed = (name: string): PersonName[] =>
    (Object.entries(table[name] ?? {}) as [PersonName, Outcome][])
      .filter(([, outcome]) => outcome === 200)
      .map(([person]) => person);
  const cells = aboutOne.flatMap((name) => allowed(name).map((person) => [name, person] as const));

  it.each(cells)('%s by %s: an unknown number is unknown, one with a wrong digit is mistyped', async (name, person) => {
    const unknown = await tryOut(name, people[person], (sent) => withParams(sent, { number: UNKNOWN_NUMBER }));
    expect([unknown.outcome, unknown.status]).toEqual([UNKNOWN, 404]);
    const last = numbers.dispatched.at(-1);
    for (const typed of [
      `${numbers.dispatched.slice(0, -1)}${last === '0' ? '1' : '0'}`,
      '12',
      '13800000000',
      '../x',
      'LZ',
      ' ',
    ]) {
      const mistyped = await tryOut(name, people[person], (sent) => withParams(sent, { number: typed }));
      expect([typed, mistyped.outcome, mistyped.status]).toEqual([typed, 'ticket-number-mistyped', 400]);
    }
  });

  const ofResidents = operations.filter(
    ({ path, roles }) => path.includes('{number}') && roles.some((role) => role === 'resident'),
  );
  it.each(ofResidents.map(({ name }) => name))("%s tells another's ticket and none at all alike", async (name) => {
    const others = await tryOut(name, people.otherResident);
    const none = await tryOut(name, people.otherResident, (sent) => withParams(sent, { number: UNKNOWN_NUMBER }));
    expect(others.body).toEqual(none.body);
  });

  it('takes a number as people type it', async () => {
    for (const typed of [
      numbers.dispatched.toLowerCase(),
      numbers.dispatched.slice(2),
      ` ${numbers.dispatched.slice(0, 8)}-${numbers.dispatched.slice(8)}`,
    ]) {
      const { body } = await tryOut('get-ticket', people.owner, (sent) => withParams(sent, { number: typed }));
      expect(body.number).toBe(numbers.dispatched);
    }
  });
});

describe('the paths of departments', () => {
  it.each(['', ' ', 'Water', 'water ', 'power', 'nobody', '*'])('%j is not water', async (department) => {
    const { outcome } = await tryOut('get-department-ticket', people.water, (sent) => withParams(sent, { department }));
    expect(outcome).toBe(NOT_YOURS);
  });

  it('of a department that the district does not have shows no work', async () => {
    const ghost = claimsOf(subjects.water, ['department:ghost']);
    const { outcome } = await tryOut('lease-work', ghost, (sent) => withParams(sent, { department: 'ghost' }));
    expect(outcome).toBe('department-unknown');
    const empty = await tryOut('lease-work', claimsOf(subjects.water, ['department:']), (sent) =>
      withParams(sent, { department: '' }),
    );
    expect(empty.outcome).toBe('request-invalid');
  });

  it('of a ticket that went elsewhere end with it', async () => {
    const hotline = await seededHotline();
    const send = (name: string, sent: Sent, person: PersonName) =>
      hotline.send(name, httpEvent(contractOf(name), sent, people[person]));
    const number = numbers.returned;
    expect((await send('get-department-ticket', { params: { department: 'water', number } }, 'water')).status).toBe(200);
    expect((await send('dispatch-ticket', { params: { number }, body: { department: 'power' } }, 'agent')).status).toBe(200);
    expect((await send('get-department-ticket', { params: { department: 'water', number } }, 'water')).code).toBe(UNKNOWN);
    expect((await send('accept-ticket', { params: { department: 'water', number } }, 'water')).code).toBe(UNKNOWN);
    expect((await send('accept-ticket', { params: { department: 'power', number } }, 'power')).body.acceptedAt).toBe(NOW);
  });
});
