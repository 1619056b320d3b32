import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { PersonRole } from '#contracts/http/http-contract.ts';
import { operations } from '#contracts/http/operations.ts';
import { preparePython } from '#local/python.ts';
import { fuzz } from './fuzzer.ts';
import { handsOn } from './running-hotline.ts';

const stack = inject('stack');
const hotline = handsOn(stack);
beforeAll(async () => void (await preparePython('fuzzer')));

/** A ticket that its department has, so that what is tried gets as far as it. */
const openedTicket = async () => {
  const body = { kind: 'suggestion', category: 'greenery', area: 'jixia-wenyuan', matter: '小区里多种些树' };
  const { ticket } = await hotline.insist({
    as: 'resident-li',
    path: '/tickets',
    body,
    headers: { 'idempotency-key': randomUUID() },
  });
  const { number, department } = await hotline.assigned(ticket.number);
  return { number, department };
};

const personIn = (role: PersonRole, department: string): string =>
  ({ resident: 'resident-li', agent: 'agent-qian', supervisor: 'supervisor-liu', department: `${department}-clerk` })[role];

// All at once, for a lease of work waits a second where there is none.
describe.concurrent("an outsider's fuzzer, which knows openapi.json alone", () => {
  it.each(['resident', 'agent', 'supervisor', 'department'] as const)('finds nothing as a %s', async (role) => {
    const { number, department } = await openedTicket();
    const person = personIn(role, department);
    const token = stack.people.find(({ id }) => id === person)?.token;
    expect(token).toBeDefined();
    const api = { api: stack.api, token };
    const own = operations.filter(({ roles }) => roles.includes(role)).map(({ name }) => name);
    const params = { number, department };
    const covered = await fuzz({ ...api, phase: 'coverage', operations: own, params, most: 20 });
    const tried = await fuzz({ ...api, phase: 'fuzzing', most: 4 });
    expect([covered > 20 * own.length, tried > operations.length]).toEqual([true, true]);
  });

  it('finds nothing as nobody', async () => {
    expect(await fuzz({ api: stack.api, token: undefined, phase: 'fuzzing', most: 4 })).toBeGreaterThan(operations.length);
  });
});
