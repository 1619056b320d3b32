import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { operations } from '#contracts/http/operations.ts';
import { AcceptLanguage } from '#contracts/http/reader-language.ts';
import { isFreeText } from '#domain/text/free-text.ts';
import { type CommandName, commands, peopleWho } from '#domain/tickets/commands.ts';
import { Intake } from '#domain/tickets/open-ticket.ts';
import { Matter } from '#domain/tickets/ticket-texts.ts';

/** Whether a string is held to a form: an expression, or one of the forms that zod knows. */
const hasForm = (schema: z.ZodString): boolean => schema.format !== null || schema._zod.bag.patterns !== undefined;

/** The kinds of schemas that hold no string of anybody's choice. */
const NO_TEXT = ['number', 'int', 'boolean', 'enum', 'literal', 'undefined', 'null', 'never', 'transform'];

/** The header of the language may say anything: it chooses one of two, and is kept nowhere. */
const isOfLanguage = (schema: z.ZodType): boolean => schema === AcceptLanguage().shape['accept-language'];

/** The places within a schema at which it takes whatever text somebody sends. Throws for a kind of schema it does not know. */
const freeStrings = (schema: z.ZodType, place = ''): string[] => {
  const { def } = schema._zod as unknown as { def: Record<string, any> & { type: string } };
  const within = (part: unknown, name = ''): string[] => freeStrings(part as z.ZodType, `${place}${name}`);
  if (isFreeText(schema) || isOfLanguage(schema) || NO_TEXT.includes(def.type)) return [];
  switch (def.type) {
    case 'string':
      return hasForm(schema as z.ZodString) ? [] : [place];
    case 'object':
      return Object.entries(def.shape).flatMap(([name, part]) => within(part, `/${name}`));
    case 'array':
      return within(def.element, '/*');
    case 'record':
      return [...within(def.keyType, '/key'), ...within(def.valueType, '/*')];
    case 'union':
      return def.options.flatMap((option: unknown) => within(option));
    case 'pipe':
      return within(def.in);
    case 'optional':
    case 'nullable':
    case 'default':
    // What has no form is taken for what is not there.
    case 'catch':
    case 'readonly':
      return within(def.innerType);
    default:
      throw new Error(`${place}: nobody has said yet whether ${def.type} holds text`);
  }
};

const requests = operations.map(({ name, params, query, headers, body }) => ({ name, parts: [params, query, headers, body] }));
const givenByPeople = (Object.keys(commands) as CommandName[]).filter((name) => peopleWho(name).length > 0);

describe('what people send', () => {
  it.each(requests)('to $name is free text by one rule, or has a form', ({ parts }) => {
    expect(parts.flatMap((part) => (part ? freeStrings(part) : []))).toEqual([]);
  });

  it.each(givenByPeople)('with the command %s is free text by one rule, or has a form', (name) => {
    expect(freeStrings(commands[name].input)).toEqual([]);
  });

  it('is found where a schema takes any string', () => {
    const loose = z.strictObject({ of: z.array(z.string().trim().max(9)).optional(), matter: Matter, id: Intake().shape.area });
    expect(freeStrings(loose)).toEqual(['/of/*']);
  });
});
