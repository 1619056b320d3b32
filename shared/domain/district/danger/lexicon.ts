import type { District } from '#domain/district/district.ts';
import { type PlaceName, placeNamesOf } from '#domain/district/places/place-names.ts';
import type { Cue, DangerRules } from './danger-rules.ts';
import { type Model, type ModelFacts, PERSON, runsOf } from './model.ts';
import { branchAt, type Row, readTree, type Tree, treeOf, writeTree } from './tree.ts';
import { Break, FILLER, type IdOf, type Units, unitsOf } from './units.ts';

/** What a word of the district's data says, where it is found in a text. */
export type Meaning =
  | { kind: 'danger' | 'doubt' | 'sign'; danger: string }
  | { kind: 'self-harm' | 'harmless' | 'name' | 'place' | 'alone' }
  | { kind: 'cue'; cue: Cue }
  | { kind: 'list'; list: string };

/** A word at its place in a text: from the unit `at` to the one before `end`. */
export interface Found {
  at: number;
  end: number;
  meanings: readonly Meaning[];
}

/** Kinds of words in a row that have a meaning together. */
export interface Combination {
  lists: readonly string[];
  meaning: Meaning;
}

/** A lexicon as it is shipped. */
export interface PackedLexicon {
  /** All units with blanks between them; the first so many are fillers, which are passed over. */
  units: string;
  fillers: number;
  /** The number of the unit that stands for any person. */
  person: number;
  tree: string;
  meanings: readonly (readonly Meaning[])[];
  combinations: readonly Combination[];
  model: ModelFacts | undefined;
}

/** A district's words of danger, made once so that a text is read through only once. */
export interface Lexicon {
  idOf: IdOf;
  /** All words, and all runs of the model with their weights. */
  tree: Tree;
  /** What words mean, by the numbers in the tree. */
  meanings: readonly (readonly Meaning[])[];
  combinations: readonly Combination[];
  model: Model | undefined;
}

/** What is read of a district to understand danger. */
export type DangerDistrict = Pick<District, 'danger' | 'areas' | 'categories' | 'dangerLexicon'>;

/** Names of areas, as people say them, but for those that are words, too, or end like what somebody falls into: 路口, 花沟. */
const placeWordsIn = ({ danger: { kinds = {} }, areas }: Pick<DangerDistrict, 'danger' | 'areas'>): string[] => {
  const things = Object.entries(kinds).flatMap(([list, words]) => (list === 'person' ? [] : words));
  const isThing = ({ word, form, isWord }: PlaceName): boolean =>
    form === 'short' && (isWord || things.some((thing) => word.endsWith(thing)));
  return [...placeNamesOf(areas).byWord.values()]
    .filter((name) => name.form !== 'loose' && !isThing(name))
    .map(({ word }) => word);
};

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
    ...all(placeWordsIn({ danger, areas }), { kind: 'place' }),
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

/** Gives units their numbers, and remembers them; the fillers come first. */
const numberedUnits = (fillers: readonly string[]) => {
  const units = [...new Set(fillers)];
  const numbers = new Map(units.map((unit, n) => [unit, n + 1]));
  const numberOf = (unit: string): number => {
    const known = numbers.get(unit) ?? units.push(unit);
    numbers.set(unit, known);
    return known;
  };
  return { units, fillers: units.length, numberOf };
};

/** The lexicon of a district, packed: made at synth, so that no start has to. */
export const packLexicon = (district: DangerDistrict): PackedLexicon => {
  const { fillers = [], model } = district.danger;
  const numbered = numberedUnits(fillers);
  const idsOf = (word: string): number[] =>
    unitsOf(word)
      .map(numbered.numberOf)
      .filter((id) => id > numbered.fillers);
  const words = new Map<string, Meaning[]>();
  for (const [word, meaning] of wordsWithMeaning(district)) {
    const ids = String(idsOf(word));
    words.set(ids, [...(words.get(ids) ?? []), meaning]);
  }
  words.delete('');
  // What many words mean stands there once.
  const meanings = [...new Map([...words.values()].map((one) => [JSON.stringify(one), one])).values()];
  const places = new Map(meanings.map((one, n) => [JSON.stringify(one), n + 1]));
  const rows: Row[] = [
    ...[...words].map(([ids, meant]) => ({ ids: ids.split(',').map(Number), meaning: places.get(JSON.stringify(meant)) ?? 0 })),
    ...runsOf(model).map(({ run, weight }) => ({ ids: idsOf(run), weight })),
  ];
  const person = numbered.numberOf(PERSON);
  const tree = writeTree(treeOf(rows));
  return {
    units: numbered.units.join(' '),
    fillers: numbered.fillers,
    person,
    tree,
    meanings,
    combinations: combinationsOf(district.danger),
    model: model && { bias: model.bias, thresholds: model.thresholds, marks: model.marks },
  };
};

const unpacked = ({ units, fillers, person, tree, meanings, combinations, model }: PackedLexicon): Lexicon => {
  const numbers = new Map(units.split(' ').map((unit, n) => [unit, n < fillers ? FILLER : n + 1]));
  const grown = readTree(tree);
  return {
    idOf: (unit) => numbers.get(unit) ?? 0,
    tree: grown,
    meanings: [[], ...meanings],
    combinations,
    model: model && { ...model, tree: grown, person },
  };
};

const made = new WeakMap<DangerRules, { of: DangerDistrict; lexicon: Lexicon }>();
/** A district's lexicon: made when it is first asked for, and kept. */
export const lexiconOf = (district: DangerDistrict): Lexicon => {
  const known = made.get(district.danger);
  if (known?.of.areas === district.areas && known.of.categories === district.categories) return known.lexicon;
  const lexicon = unpacked(district.dangerLexicon ?? packLexicon(district));
  made.set(district.danger, { of: district, lexicon });
  return lexicon;
};

/** Every word of the lexicon in a text, in the order of the text. */
export const findWords = ({ tree, meanings }: Lexicon, { ids, breaks }: Units): Found[] => {
  const found: Found[] = [];
  for (let at = 0; at < ids.length; at += 1) {
    let branch = 0;
    for (let last = at; last < ids.length && (last === at || breaks[last] === Break.none); last += 1) {
      branch = branchAt(tree, branch, ids[last] ?? 0);
      if (branch === 0) break;
      const meant = tree.meanings[branch] ?? 0;
      if (meant > 0) found.push({ at, end: last + 1, meanings: meanings[meant] ?? [] });
    }
  }
  return found;
};
