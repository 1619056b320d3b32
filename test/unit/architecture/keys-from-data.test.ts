import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sources } from './tracked-files.ts';

const OWN = 'shared/domain/own-value.ts';
const texts = sources
  .filter((file) => /^(shared|functions|infra\/district)\//.test(file) && file !== OWN)
  .map((file) => [file, readFileSync(file, 'utf8')] as const);

/** Fields and constants whose keys are texts that nobody of us wrote: `byCategory: z.record(…)`, `KEYS: Record<string, …>`. */
const DECLARED = /\b(\w+)\??: (?:z\.record\(|(?:Readonly<|Partial<)*Record<string,)/g;
const declaredIn = (text: string): string[] => [...text.matchAll(DECLARED)].map(([, name]) => name as string);

/** Which of these are asked for a key that is no literal, or asked with `in` whether there is one. To write one is no question. */
const asking = (names: ReadonlySet<string>, text: string): string[] => {
  const code = text.replace(/^\s*(\/\*\*|\*|\/\/).*$/gm, '');
  const indexed = code.matchAll(/\b(\w+)(?:\?\.)?\[(?!['"`\]])[^\]\n]*\](?! = )/g);
  const looked = code.matchAll(/[\w)\]] in (?:\w+\.)*(\w+)/g);
  return [...indexed, ...looked].map(([, name]) => name as string).filter((name) => names.has(name));
};

/** Of the same name as one of these, but a list or a text; or asked for a key that we wrote ourselves. */
const OURS = new Set([
  'infra/district/nearest-id.ts row',
  'shared/adapters/dynamodb/ticket-store.ts found',
  'shared/channels/xml.ts ESCAPES',
  'shared/domain/calls/correction-words.ts found',
  'shared/domain/calls/words/wording.ts kinds',
  'shared/domain/district/danger/evidence.ts marks',
  'shared/domain/district/danger/evidence.ts weights',
  'shared/domain/district/sorting/classify.ts weights',
  'shared/domain/district/sorting/reasons.ts weights',
  'shared/runtime/caller.ts claims',
]);

describe('plain objects and keys from data', () => {
  const names = new Set(texts.flatMap(([, text]) => declaredIn(text)));

  it('are found where they are declared', () => {
    expect([...names]).toEqual(expect.arrayContaining(['byCategory', 'departments', 'kinds', 'holidays', 'EVERYWHERE']));
    expect(declaredIn('a: z.record(Id, x), b?: Partial<Record<string, X>>, c: Record<Kind, X>')).toEqual(['a', 'b']);
  });

  it('are found where one is asked for such a key', () => {
    const asked = new Set(['byCategory', 'kinds']);
    expect(asking(asked, 'if (byCategory[id]) return true;')).toHaveLength(1);
    expect(asking(asked, 'limits.handle.byCategory?.[id]')).toHaveLength(1);
    expect(asking(asked, '.filter((kind) => !(kind in kinds))')).toHaveLength(1);
    expect(
      asking(asked, 'ownValue(byCategory, id); other[id]; byCategory["x"]; byCategory[id] = 1; for (const x of kinds)'),
    ).toEqual([]);
  });

  it('meet in ownValue alone', () => {
    const found = new Set(texts.flatMap(([file, text]) => asking(names, text).map((name) => `${file} ${name}`)));
    // What is no longer needed here goes away, too.
    expect([...found].sort()).toEqual([...OURS].sort());
  });
});
