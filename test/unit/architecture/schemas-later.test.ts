import { describe, expect, it } from 'vitest';
import { operations } from '#contracts/http/operations.ts';
import { commands } from '#domain/tickets/commands.ts';

/** The properties of an object that hold their values already, and those that make them when they are asked for. */
const madeAlready = (object: object, names: readonly string[]): string[] =>
  names.filter((name) => {
    const found = Object.getOwnPropertyDescriptor(object, name);
    return found !== undefined && found.get === undefined;
  });

const SCHEMAS = ['params', 'query', 'headers', 'body', 'responses'] as const;

describe('the start of a function makes no schema of a request that may not come', () => {
  it.each(operations.map((contract) => [contract.name, contract] as const))('contract of %s', (_, contract) => {
    expect(madeAlready(contract, SCHEMAS)).toEqual([]);
    for (const name of SCHEMAS) expect(contract[name]).toBe(contract[name]);
    expect(Object.keys(contract.responses)).not.toEqual([]);
  });

  it.each(Object.entries(commands))('command %s', (_, command) => {
    expect(madeAlready(command, ['input'])).toEqual([]);
    expect(command.input).toBe(command.input);
  });
});
