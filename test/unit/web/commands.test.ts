import { describe, expect, it } from 'vitest';
import type { PageAction } from '#contracts/pages/page-action.ts';
import { actionsOf } from '#scripts/openapi/actions.ts';
import { bodyOf, faultsOf, fieldsOf } from '#web/commands/filled.ts';
import { commandsEn } from '#web/words/commands-en.ts';
import { type CommandWords, commandsZh } from '#web/words/commands-zh.ts';

const actions: readonly PageAction[] = actionsOf();
const inputOf = (name: string) => actions.find((one) => one.name === name)?.input;

describe.each<[string, Partial<Record<string, CommandWords>>]>([
  ['Chinese', commandsZh],
  ['English', commandsEn],
])('the words of commands in %s', (_, catalogue) => {
  it('are there for each command that people give, for each of its fields and for each value that the district does not name', () => {
    for (const { name, input } of actions) {
      const said = catalogue[name];
      expect([name, Object.keys(said?.fields ?? {}).sort()]).toEqual([
        name,
        fieldsOf(input)
          .map(([field]) => field)
          .sort(),
      ]);
      for (const [field, schema] of fieldsOf(input)) {
        if (!schema.enum || field === 'kind') continue;
        expect([name, field, Object.keys(said?.fields[field]?.options ?? {}).sort()]).toEqual([
          name,
          field,
          [...schema.enum].sort(),
        ]);
      }
    }
  });
});

describe('what is filled into the form of a command', () => {
  it('is sent as the types that the schema says, and what is left empty is not sent', () => {
    expect(bodyOf(inputOf('rate'), { solved: 'false', stars: '4', comment: '  ' })).toEqual({ solved: false, stars: 4 });
    expect(bodyOf(inputOf('correct'), { category: 'water', reason: ' why ' })).toEqual({ category: 'water', reason: 'why' });
    expect(bodyOf(inputOf('accept'), {})).toBeUndefined();
  });

  it('is looked at before it is sent', () => {
    expect(faultsOf(inputOf('return'), { reason: ' ' })).toEqual({ reason: 'missing' });
    expect(faultsOf(inputOf('return'), { reason: '退'.repeat(501) })).toEqual({ reason: 'too-long' });
    expect(faultsOf(inputOf('return'), { reason: '退'.repeat(500) })).toEqual({});
    expect(faultsOf(inputOf('rate'), { comment: 'x' })).toEqual({ solved: 'missing', stars: 'missing' });
  });

  it('of a correction changes one thing at least, beside the reason', () => {
    expect(faultsOf(inputOf('correct'), { reason: 'why' })).toEqual({ kind: 'too-few' });
    expect(faultsOf(inputOf('correct'), { kind: 'help', reason: 'why' })).toEqual({});
    expect(faultsOf(inputOf('correct'), { kind: 'help' })).toEqual({ reason: 'missing' });
  });
});
