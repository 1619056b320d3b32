import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { PlainFailure } from '#local/plain-failure.ts';
import { projectFolder } from '#local/project-folder.ts';
import type { Json } from './merge-patch.ts';

const Words = z.record(z.string(), z.string());
const Patch = z.record(z.string(), z.unknown());

/** What a sample says of its event; everything else is as in its base. */
export const Sample = z.strictObject({
  /** The whole event that it begins with: `events/bases/<base>.json`. */
  base: z.string(),
  /** Who is signed in, by a name of `events/people.json`; without it nobody is. Only for the base `http`. */
  as: z.string().optional(),
  /** The path of a webhook, where it is not that of the base. An operation's route is read from its contract. */
  path: z.string().optional(),
  params: Words.optional(),
  query: Words.optional(),
  headers: Words.optional(),
  /** Text, or JSON that is sent as text. Where the base has a body, this is what differs from it. */
  body: z.unknown().optional(),
  /** When a provider signed it, in seconds since 1970, where it is not the moment of the event. */
  signedAt: z.int().optional(),
  /**
   * The records of a batch: what each differs in from the record of the base. A message has a `body`, which may be a
   * sample itself; a row of the table is written as plain JSON in `row`.
   */
  records: z.array(Patch).optional(),
  /** A JSON merge patch on the whole event, for everything that has no word of its own. */
  differs: Patch.optional(),
});
export type Sample = z.infer<typeof Sample>;

const folder = join(projectFolder, 'events');

const readJson = (file: string): unknown => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new PlainFailure(`There is no file ${file}.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PlainFailure(`${file} is no JSON: ${(error as Error).message}.`);
  }
};

/** Checks that something is a sample; `where` names it in the failure. */
export const sampleIn = (value: unknown, where: string): Sample => {
  const { success, data, error } = Sample.safeParse(value);
  if (!success) throw new PlainFailure(`${where} is no sample of an event: ${z.prettifyError(error)}`);
  return data;
};

/** Reads the sample in a file. */
export const readSample = (file: string): Sample => sampleIn(readJson(file), file);

/** The names of the bases. */
export const bases: readonly string[] = readdirSync(join(folder, 'bases')).map((file) => file.replace(/\.json$/, ''));

/** A base as it is in its file. */
export const baseNamed = (name: string): Json => {
  if (!bases.includes(name)) throw new PlainFailure(`There is no base "${name}"; the bases are ${bases.join(', ')}.`);
  return readJson(join(folder, 'bases', `${name}.json`)) as Json;
};

/** The claims in the tokens of the people of the samples, as their issuer writes them: groups are a list. */
export const people = readJson(join(folder, 'people.json')) as Record<string, Json>;

/** The claims of one of them. */
export const personNamed = (name: string): Json => {
  const claims = Object.hasOwn(people, name) ? people[name] : undefined;
  if (!claims) throw new PlainFailure(`There is no person "${name}"; the people are ${Object.keys(people).join(', ')}.`);
  return claims;
};
