import type * as z from 'zod';
import { ownValue } from '#domain/own-value.ts';
import { FULL_WIDTH, type Problem, type YamlFile } from './yaml-file.ts';

type Issue = z.core.$ZodIssue;

const quoted = (values: readonly unknown[]): string => values.map((value) => `"${String(value)}"`).join(', ');

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | null | undefined)?.[step], value);

/** `level`, `groups[0]`, or the file as a whole: the line already says which entry it is. */
const fieldOf = (path: readonly PropertyKey[]): string => {
  const last = path.findLastIndex((step) => typeof step === 'string');
  const index = path.slice(last + 1).map((step) => `[${String(step)}]`);
  return last < 0 ? 'the file' : `${String(path[last])}${index.join('')}`;
};

const KINDS: Record<string, string> = {
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
  array: 'a list',
  object: 'fields',
  record: 'fields',
};

/** A value of several as what it is, any other as it was written; one that shows nothing in quotes. */
const bare = (value: unknown): string => {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'fields';
  return String(value).trim() === '' ? JSON.stringify(value) : String(value);
};

const wrongType = (expected: string, value: unknown): string => {
  if (value === undefined) return 'is missing; add it';
  if (value === null) return `is empty; it should be ${ownValue(KINDS, expected) ?? expected}`;
  const quotes = expected === 'string' && typeof value !== 'object' ? '; put it in double quotes' : '';
  return `should be ${ownValue(KINDS, expected) ?? expected}, not ${bare(value)}${quotes}`;
};

const outOfBounds = (issue: Issue & { code: 'too_small' | 'too_big' }): string => {
  const [word, bound] = issue.code === 'too_small' ? ['least', issue.minimum] : ['most', issue.maximum];
  if (!issue.inclusive) return `should be ${issue.code === 'too_small' ? 'more' : 'less'} than ${bound}`;
  const counted = ownValue({ string: 'character(s)', array: 'entry(s)' }, issue.origin);
  return counted ? `should have at ${word} ${bound} ${counted}` : `should be at ${word} ${bound}`;
};

/** Of a value that may be written in several ways: the issues of the way it comes closest to, one sentence when none is closer. */
const ofClosestWay = (issue: Issue & { code: 'invalid_union' }): Issue[] => {
  const ways = issue.errors.map((errors) => errors.map((error) => ({ ...error, path: [...issue.path, ...error.path] }) as Issue));
  const [closest, next] = [...ways].sort((one, other) => one.length - other.length);
  if (closest && closest.length < (next?.length ?? Infinity)) return closest;
  const firsts = new Set(ways.map((way) => fieldOf(way[0]?.path ?? issue.path)));
  return [{ code: 'custom', path: issue.path, message: `should have ${[...firsts].join(' or ')}, and nothing else` } as Issue];
};

const words = (issue: Issue, value: unknown): string => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `unknown field ${quoted(issue.keys)}; ${/[：，]/.test(issue.keys.join()) ? FULL_WIDTH : 'correct its spelling or remove it'}`;
    case 'invalid_type':
      return `${fieldOf(issue.path)} ${wrongType(issue.expected, value)}`;
    case 'invalid_value':
      return `${fieldOf(issue.path)} ${value === undefined ? 'is missing; add it:' : `is ${typeof value === 'object' ? bare(value) : quoted([value])} but should be`} one of ${quoted(issue.values)}`;
    case 'invalid_key':
      return `"${fieldOf(issue.path)}" should be ${issue.issues.map(({ message }) => message).join(', ')}`;
    case 'too_small':
    case 'too_big':
      return `${fieldOf(issue.path)} ${outOfBounds(issue)}, but is ${JSON.stringify(value)}`;
    case 'invalid_format':
      return `${fieldOf(issue.path)} is ${quoted([value])} but should be ${issue.message}`;
    default:
      return `${fieldOf(issue.path)} ${issue.message}`;
  }
};

/** Says what a schema has against a file, each with its line. */
export const schemaProblems = (file: YamlFile, schema: z.ZodType): Problem[] => {
  const issues = schema.safeParse(file.value).error?.issues ?? [];
  return issues
    .flatMap((issue) => (issue.code === 'invalid_union' ? ofClosestWay(issue) : [issue]))
    .flatMap((issue) =>
      // Each unknown field has a line of its own.
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => file.problem([...issue.path, key], words({ ...issue, keys: [key] }, undefined)))
        : [file.problem(issue.path, words(issue, valueAt(file.value, issue.path)))],
    );
};
