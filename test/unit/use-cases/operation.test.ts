import { describe, expect, it } from 'vitest';
import { listOwnTicketsContract } from '#contracts/http/list-own-tickets.ts';
import { acceptTicket } from '#functions/department-api/accept-ticket.ts';
import { getDepartmentTicket } from '#functions/department-api/get-department-ticket.ts';
import { leaseWork } from '#functions/department-api/lease-work.ts';
import { only } from '#ports/ports.ts';
import { environmentOf, variablesOf } from '#ports/variables.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { apiEnvironment, operation, serve, touchesOf } from '#use-cases/operation.ts';

const standing = { district: smallDistrict, now: () => '2026-11-23T02:00:00.000Z', randomBelow: () => 0 };

describe('what operations touch', () => {
  it('adds up: of each port the methods of all', () => {
    expect(touchesOf([acceptTicket, getDepartmentTicket, leaseWork])).toEqual({
      store: ['get', 'commit', 'events'],
      workQueue: ['lease', 'acknowledge'],
    });
    expect(touchesOf([])).toEqual({});
  });

  it('says which variables the function must have, and no others', () => {
    expect(variablesOf(touchesOf([acceptTicket, leaseWork]))).toEqual([
      'TICKETS_TABLE',
      'WORK_QUEUE_PREFIX',
      'DEPLOYMENT_SECRET',
    ]);
    const Env = apiEnvironment([acceptTicket, leaseWork]);
    const given = { TICKETS_TABLE: 't', WORK_QUEUE_PREFIX: 'w', DEPLOYMENT_SECRET: 's', GROUPS_CLAIM: 'g' };
    expect(Env.parse({ ...given, OTHER: 'x' })).toEqual(given);
    expect(Env.safeParse({ ...given, WORK_QUEUE_PREFIX: '' }).success).toBe(false);
    // @ts-expect-error A variable of a port that is not touched is not there.
    expect(environmentOf({ lists: ['ofReporter'] }, {}).parse(given).FIGURES_TABLE).toBeUndefined();
  });

  it('is all that a handler gets', () => {
    const tickets = memoryTickets();
    const touched = only({ store: ['get'] }, { store: tickets });
    expect(Object.keys(touched)).toEqual(['store']);
    // @ts-expect-error A method that was not declared does not compile.
    expect(touched.store.open).toBeDefined();
  });

  it('must be given by the root', () => {
    // @ts-expect-error A root that leaves a port out does not compile.
    expect(serve([leaseWork], standing)).toHaveLength(1);
  });

  it('is as its contract says', () => {
    const list = operation(listOwnTicketsContract, { lists: ['ofReporter'] });
    // @ts-expect-error An answer that the contract does not know does not compile.
    expect(list.handledBy(() => async () => ({ status: 201, body: { tickets: [] } })).contract).toBe(listOwnTicketsContract);
    // @ts-expect-error There is no such port.
    expect(operation(listOwnTicketsContract, { list: ['ofReporter'] })).toBeDefined();
  });
});
