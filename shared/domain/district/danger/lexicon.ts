import type { District } from '#domain/district/district.ts';
import type { Cue, DangerRules } from './danger-rules.ts';
import { decodeModel, type Model } from './model.ts';
import { Break, FILLER, type IdOf, type Units, unitsOf } from './units.ts';

/** What a word of the district's data says, where it is found in a text. */
export type Meaning =
  | { kind: 'danger' | 'doubt' | 'sign'; danger: string }
  | { kind: 'self-harm' | 'harmless' | 'name' | 'alone' }
  | { kind: 'cue'; cue: Cue }
  | { kind: 'list'; list: string };

/** A word at its place in a text: from the unit `at` to the one before `end`. */
export interface Found {
  at: number;
  end: number;
  meanings: readonly Meaning[];
}

interface Entry {
  ids: readonly number[];
  meanings: Meaning[];
}

/** Kinds of words in a row that have a meaning together. */
export interface Combination {
  lists: readonly string[];
  meaning: Meaning;
}

/** A district's words of danger, made once so that a text is read through only once. */
export interface Lexicon {
  idOf: IdOf;
  /** The words that begin with a unit. */
  byFirst: ReadonlyMap<number, readonly Entry[]>;
  combinations: readonly Combination[];
  model: Model | undefined;
}

/** What is read of a district to understand danger. */
export type DangerDistrict = Pick<District, 'danger' | 'areas' | 'categories'>;

const wordsWithMeaning = ({ danger, areas, categories }: DangerDistrict): [string, Meaning][] => {
  const all = (words: readonly string[] | undefined, meaning: Meaning): [string, Meaning][] =>
    (words ?? []).map((word) => [word, meaning]);
  const { dangers, selfHarm, harmless, alone, cues = {}, kinds = {} } = danger;
  const nameOf = { kind: 'name' } as const;
  return [
    ...dangers.flatMap(({ id, words, doubts, signs }) => [
      ...all(words, { kind: 'danger', danger: id }),
      ...all(doubts, { kind: 'doubt', danger: id }),
      ...all(signs, { kind: 'sign', danger: id }),
    ]),
    ...all(selfHarm?.words, { kind: 'self-harm' }),
    ...all(harmless, { kind: 'harmless' }),
    ...all(alone, { kind: 'alone' }),
    ...Object.entries(cues).flatMap(([cue, words]) => all(words, { kind: 'cue', cue: cue as Cue })),
    ...Object.entries(kinds).flatMap(([list, words]) => all(words, { kind: 'list', list })),
    ...categories.flatMap(({ keywords }) => all(keywords, nameOf)),
    ...areas.flatMap(({ name, translated, alsoCalled }) => [
      ...all([name], nameOf),
      ...all(translated === undefined ? [] : [translated], nameOf),
      ...all(alsoCalled, nameOf),
    ]),
  ];
};

const combinationsOf = ({ dangers, selfHarm }: DangerRules): Combination[] => {
  const all = (rows: readonly string[] | undefined, meaning: Meaning): Combination[] =>
    (rows ?? []).map((row) => ({ lists: row.split(' + '), meaning }));
  return [
    ...dangers.flatMap(({ id, together }) => all(together, { kind: 'danger', danger: id })),
    ...all(selfHarm?.together, { kind: 'self-harm' }),
  ];
};

const makeLexicon = (district: DangerDistrict): Lexicon => {
  const { danger } = district;
  const ids = new Map<string, number>((danger.fillers ?? []).map((filler) => [filler, FILLER]));
  const idFor = (unit: string): number => {
    const known = ids.get(unit);
    if (known !== undefined) return known;
    ids.set(unit, ids.size + 1);
    return ids.size;
  };
  const entries = new Map<string, Entry>();
  const byFirst = new Map<number, Entry[]>();
  for (const [word, meaning] of wordsWithMeaning(district)) {
    const units = unitsOf(word);
    const known = entries.get(word);
    if (known) known.meanings.push(meaning);
    else if (units.length > 0) {
      const entry: Entry = { ids: units.map(idFor).filter((id) => id !== FILLER), meanings: [meaning] };
      const [first] = entry.ids;
      if (first === undefined) continue;
      entries.set(word, entry);
      const others = byFirst.get(first);
      if (others) others.push(entry);
      else byFirst.set(first, [entry]);
    }
  }
  const model = danger.model && decodeModel(danger.model, idFor);
  return { idOf: (unit) => ids.get(unit) ?? 0, byFirst, combinations: combinationsOf(danger), model };
};

const made = new WeakMap<DangerRules, Lexicon>();
/** A district's lexicon: made when it is first asked for, and kept. */
export const lexiconOf = (district: DangerDistrict): Lexicon => {
  const lexicon = made.get(district.danger) ?? makeLexicon(district);
  made.set(district.danger, lexicon);
  return lexicon;
};

const standsAt = ({ ids }: Entry, at: number, units: Units): boolean => {
  for (let n = 1; n < ids.length; n += 1) {
    if (units.ids[at + n] !== ids[n] || units.breaks[at + n] !== Break.none) return false;
  }
  return true;
};

/** Every word of the lexicon in a text, in the order of the text. */
export const findWords = ({ byFirst }: Lexicon, units: Units): Found[] => {
  const found: Found[] = [];
  for (let at = 0; at < units.ids.length; at += 1) {
    for (const entry of byFirst.get(units.ids[at] ?? 0) ?? []) {
      if (standsAt(entry, at, units)) found.push({ at, end: at + entry.ids.length, meanings: entry.meanings });
    }
  }
  return found;
};
