import type { FieldSchema, PageAction } from '#contracts/pages/page-action.ts';

/** What somebody has filled in or chosen so far, as text, by the field. */
export type Filled = Readonly<Record<string, string>>;

/** What is wrong with one field, or with the form as a whole. */
export type Fault = 'missing' | 'too-long' | 'too-few';

type Input = PageAction['input'];

const read = ({ type }: FieldSchema, text: string): unknown =>
  type === 'boolean' ? text === 'true' : type === 'integer' || type === 'number' ? Number(text) : text.trim();

/** The fields of a form, in the order of the schema. */
export const fieldsOf = (input: Input): [name: string, schema: FieldSchema][] => Object.entries(input?.properties ?? {});

/** The body of a command: what is not filled in is not sent, so it stays as it is. */
export const bodyOf = (input: Input, filled: Filled): Record<string, unknown> | undefined => {
  if (!input) return undefined;
  const given = fieldsOf(input).filter(([name]) => (filled[name] ?? '').trim() !== '');
  return Object.fromEntries(given.map(([name, schema]) => [name, read(schema, filled[name] ?? '')]));
};

/** What is wrong with what was filled in, by the field; the API looks again. */
export const faultsOf = (input: Input, filled: Filled): Record<string, Fault> => {
  const { required = [], minProperties = 0 } = input ?? {};
  const faults: Record<string, Fault> = {};
  for (const [name, { maxLength = Number.POSITIVE_INFINITY }] of fieldsOf(input)) {
    const text = (filled[name] ?? '').trim();
    if (text === '' && required.includes(name)) faults[name] = 'missing';
    else if ([...text].length > maxLength) faults[name] = 'too-long';
  }
  const [first] = fieldsOf(input).find(([name]) => !required.includes(name)) ?? [];
  // One that is required and missing counts: it is asked for by itself.
  const count = new Set([...Object.keys(bodyOf(input, filled) ?? {}), ...required]).size;
  if (first !== undefined && count < minProperties) faults[first] ??= 'too-few';
  return faults;
};
