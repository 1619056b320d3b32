import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DangerModel, type DangerRules } from '#domain/district/danger/danger-rules.ts';
import { utf8Text } from './utf8-text.ts';
import type { Problem } from './yaml-file.ts';

/** Where a district's examples of danger are, and the model that is trained from them. */
export const EXAMPLES = 'danger/examples.tsv';
export const MODEL = 'danger-model.json';
/** More examples of one kind, each kind in a file of its own: examples-addresses.tsv. */
const MORE_EXAMPLES = /^examples-[a-z-]+\.tsv$/;

/** Whether a table beside the examples is one of examples, too. */
export const isOfExamples = (file: string): boolean => `danger/${file}` === EXAMPLES || MORE_EXAMPLES.test(file);

/** The tables of a district's examples, in a fixed order. */
export const exampleFiles = (folder: string): string[] => {
  const beside = dirname(EXAMPLES);
  const more = readdirSync(join(folder, beside)).filter((file) => MORE_EXAMPLES.test(file));
  return [EXAMPLES, ...more.sort().map((file) => `${beside}/${file}`)];
};

/** What the model is trained from: the tables of examples, and the words that are one person to it. */
export const examplesHash = (examples: readonly string[], { kinds }: Pick<DangerRules, 'kinds'>): string =>
  createHash('sha256')
    .update(examples.join(''))
    .update(JSON.stringify(kinds?.person ?? []))
    .digest('hex');

const TRAIN = 'run npm run train-danger';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads the model of a district's folder; a district without examples has none. `shown` is the folder's name in problems. */
export const readDangerModel = (
  folder: string,
  shown: string,
  rules: Pick<DangerRules, 'kinds'>,
): { model: DangerModel | undefined; problems: Problem[] } => {
  const wrong = (name: string, text: string) => ({ model: undefined, problems: [{ file: join(shown, name), line: 1, text }] });
  const [examples, file] = [join(folder, EXAMPLES), join(folder, MODEL)];
  if (!existsSync(examples)) {
    if (!existsSync(file)) return { model: undefined, problems: [] };
    return wrong(EXAMPLES, `there are no examples that ${MODEL} was trained from; write them, or remove ${MODEL}`);
  }
  if (!existsSync(file)) return wrong(MODEL, `the examples of danger have no model yet; ${TRAIN}`);
  const tables = exampleFiles(folder).map((name) => ({ name, written: utf8Text(join(folder, name)) }));
  const problems = tables.flatMap(({ name, written: { unread } }) => (unread ? [{ ...unread, file: join(shown, name) }] : []));
  if (problems.length > 0) return { model: undefined, problems };
  const { data } = DangerModel.safeParse(parsed(readFileSync(file, 'utf8')));
  if (!data) return wrong(MODEL, `this is no model of danger; ${TRAIN}`);
  if (
    data.examples !==
    examplesHash(
      tables.map(({ written }) => written.text ?? ''),
      rules,
    )
  ) {
    return wrong(MODEL, `it was trained from other examples, or other words of the kind "person"; ${TRAIN}`);
  }
  return { model: data, problems: [] };
};
