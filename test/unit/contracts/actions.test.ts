import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { httpContract } from '#contracts/http/http-contract.ts';
import { operations } from '#contracts/http/operations.ts';
import { ticketView } from '#contracts/http/ticket-view.ts';
import { freeText } from '#domain/text/free-text.ts';
import { command } from '#domain/tickets/command.ts';
import { type CommandName, commands, peopleWho } from '#domain/tickets/commands.ts';
import { actionsOf, actionsText } from '#scripts/openapi/actions.ts';
import { opening, ticketIn } from '#test/unit/domain/new-ticket.ts';
import { readerAs } from '#test/unit/domain/readers.ts';

const names = Object.keys(commands) as CommandName[];

describe('actions.json', () => {
  it('is what `npm run openapi` writes', () => {
    expect(readFileSync('actions.json', 'utf8') === actionsText(), 'run `npm run openapi` and commit the file').toBe(true);
  });

  it('has each command that people may give once for each of its roles, and no other', () => {
    const wanted = names.flatMap((name) => peopleWho(name).map((role) => `${name} ${role}`));
    const given = actionsOf().flatMap(({ name, roles }) => roles.map((role) => `${name} ${role}`));
    expect(given.sort()).toEqual(wanted.sort());
  });

  it('names operations that are for just the roles of their commands, and have no part but number, department and body', () => {
    for (const { name, roles, path, query, carriesOut = [] } of operations.filter((one) => one.carriesOut)) {
      const ofCommands = carriesOut.flatMap((one) => peopleWho(one));
      expect([name, [...new Set<string>(ofCommands)].sort()]).toEqual([name, [...roles].sort()]);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, param]) => param);
      expect([name, inPath.filter((param) => param !== 'department'), query]).toEqual([name, ['number'], undefined]);
    }
  });

  it('gives inputs that refer to nothing outside, and says from which list of the district an id comes', () => {
    const text = actionsText();
    expect(text).not.toContain('$ref');
    for (const { input } of actionsOf()) {
      for (const [field, schema] of Object.entries((input?.properties ?? {}) as Record<string, { 'x-list'?: string }>)) {
        const list = { area: 'areas', category: 'categories', department: 'departments' }[field];
        expect([field, schema['x-list']]).toEqual([field, list]);
      }
    }
  });
});

describe('a new command', () => {
  const all = commands as Record<string, unknown>;
  afterEach(() => {
    delete all['ask-back'];
  });

  it('is offered on the tickets that it is for, to whom it is for, with its form, by itself', () => {
    const askBack = command({
      name: 'ask-back',
      from: ['accepted'],
      to: 'unchanged',
      roles: ['department', 'supervisor'],
      get input() {
        return z.strictObject({ question: freeText({ max: 300 }) });
      },
      event: 'asked-back',
      says: {},
      isDone: () => false,
      change: () => ({ ticket: {}, event: {} }),
    });
    const contract = httpContract({
      name: 'ask-back-ticket',
      method: 'POST',
      path: '/departments/{department}/tickets/{number}/questions',
      summary: 'A department asks the reporter something.',
      roles: ['department'],
      carriesOut: ['ask-back' as CommandName],
      params: z.strictObject({}),
      body: askBack.input,
      responses: { 200: z.object({}) },
      refusals: [],
    });
    const shownTo = (role: 'department' | 'agent' | 'supervisor' | 'resident', state: 'accepted' | 'dispatched') =>
      ticketView(ticketIn()[state], readerAs(role)).actions;
    const before = shownTo('department', 'accepted');
    all['ask-back'] = askBack;
    expect(shownTo('department', 'accepted')).toEqual([...before, 'ask-back']);
    expect(shownTo('supervisor', 'accepted')).toContain('ask-back');
    for (const [role, state] of [
      ['department', 'dispatched'],
      ['agent', 'accepted'],
      ['resident', 'accepted'],
    ] as const)
      expect(shownTo(role, state)).not.toContain('ask-back');
    expect(actionsOf([contract])).toEqual([
      {
        name: 'ask-back',
        operation: 'ask-back-ticket',
        method: 'POST',
        path: '/departments/{department}/tickets/{number}/questions',
        roles: ['department'],
        input: {
          type: 'object',
          properties: { question: { type: 'string', minLength: 1, maxLength: 300 } },
          required: ['question'],
          additionalProperties: false,
        },
      },
    ]);
    expect(opening().ticket.state).toBe('received');
  });
});
