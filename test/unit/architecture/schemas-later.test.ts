import { describe, expect, it } from 'vitest';
import { operations } from '#contracts/http/operations.ts';
import { beginnings } from '#domain/tickets/beginnings.ts';
import { commands } from '#domain/tickets/commands.ts';

/** The properties of an object that hold schemas already, and do not make them when they are asked for. */
const madeAlready = (object: object, names: readonly string[]): string[] =>
  names.filter((name) => {
    const { get, value = {} } = Object.getOwnPropertyDescriptor(object, name) ?? {};
    return get === undefined && Object.keys(value).length > 0;
  });

const SCHEMAS = ['params', 'query', 'headers', 'body', 'responses'] as const;

describe('the start of a function makes no schema of a request that may not come', () => {
  it.each(operations.map((contract) => [contract.name, contract] as const))('contract of %s', (_, contract) => {
    expect(madeAlready(contract, SCHEMAS)).toEqual([]);
    for (const name of SCHEMAS) expect(contract[name]).toBe(contract[name]);
    expect(Object.keys(contract.responses)).not.toEqual([]);
  });

  it.each(Object.entries(commands))('command %s', (_, command) => {
    expect(madeAlready(command, ['input', 'says'])).toEqual([]);
    expect(command.input).toBe(command.input);
    expect(command.says).toBe(command.says);
  });

  it.each(Object.entries(beginnings))('beginning %s', (_, beginning) => {
    expect(madeAlready(beginning, ['says'])).toEqual([]);
    expect(Object.keys(beginning.says)).toContain('matter');
  });
});
