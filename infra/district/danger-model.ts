import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DangerModel, type DangerRules } from '#domain/district/danger/danger-rules.ts';
import { utf8Text } from './utf8-text.ts';
import type { Problem } from './yaml-file.ts';

/** Where a district's examples of danger are, and the model that is trained from them. */
export const EXAMPLES = 'danger/examples.tsv';
export const MODEL = 'danger-model.json';

/** What the model is trained from: the examples, and the words that are one person to it. */
export const examplesHash = (examples: string, { kinds }: Pick<DangerRules, 'kinds'>): string =>
  createHash('sha256')
    .update(examples)
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
  const written = utf8Text(examples);
  if (written.unread) {
    return { model: undefined, problems: [{ ...written.unread, file: join(shown, EXAMPLES) }] };
  }
  const { data } = DangerModel.safeParse(parsed(readFileSync(file, 'utf8')));
  if (!data) return wrong(MODEL, `this is no model of danger; ${TRAIN}`);
  if (data.examples !== examplesHash(written.text, rules)) {
    return wrong(MODEL, `it was trained from other examples, or other words of the kind "person"; ${TRAIN}`);
  }
  return { model: data, problems: [] };
};
