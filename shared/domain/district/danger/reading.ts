import { type Cues, cuesIn } from './cues.ts';
import { type Hit, hitsIn } from './hits.ts';
import { type Found, findWords, type Lexicon, type Meaning } from './lexicon.ts';
import type { Mark, Seen } from './model.ts';
import { readUnits, type Units } from './units.ts';
import { withoutPlaces } from './without-places.ts';

/** How a text came: said on the phone, or written with time to think. */
export type Register = 'spoken' | 'written';

/** What the words of a district say of a text, before the model has looked at it. */
export interface Reading {
  units: Units;
  found: readonly Found[];
  cues: Cues;
  hits: readonly Hit[];
}

/** Reads a text for words and model alike, in training as in use, without the names of places. */
export const readText = (lexicon: Lexicon, text: string): Reading => {
  const written = readUnits(text, lexicon.idOf);
  const all = findWords(lexicon, written);
  const units = withoutPlaces(written, all);
  const found = units === written ? all : findWords(lexicon, units);
  const cues = cuesIn(found, units.ids.length);
  return { units, found, cues, hits: hitsIn(lexicon, units, found, cues) };
};

const MARKS = new WeakMap<Meaning, string>();
/** The mark of a word that the model learns from; a person is a unit, and words of danger are marked as hits. */
const markOf = (meaning: Meaning): string | undefined => {
  const known = MARKS.get(meaning);
  if (known !== undefined) return known;
  let mark: string | undefined;
  if (meaning.kind === 'cue') mark = `cue-${meaning.cue}`;
  else if (meaning.kind === 'list' && meaning.list !== 'person') mark = `list-${meaning.list}`;
  else if (meaning.kind === 'sign' || meaning.kind === 'harmless') mark = meaning.kind;
  if (mark !== undefined) MARKS.set(meaning, mark);
  return mark;
};

/**
 * What words mean, for the model, in the order of the text: so it learns from one word of a kind what the others of that kind
 * do. `indexes` has the place of each unit as the model sees the text.
 */
const marksOf = ({ found, hits }: Reading, indexes: Int32Array): Mark[] => {
  const marks: Mark[] = [];
  // The same is marked once at one place.
  const last = new Map<string, number>();
  const add = (name: string | undefined, at: number): void => {
    if (name === undefined || last.get(name) === at) return;
    last.set(name, at);
    marks.push({ name, at: indexes[at] ?? 0 });
  };
  let hit = 0;
  const addHitsUntil = (end: number): void => {
    for (let next = hits[hit]; next && next.at <= end; next = hits[++hit]) add(`${next.kind}-${next.judgement}`, next.at);
  };
  for (const { at, meanings } of found) {
    addHitsUntil(at);
    for (const meaning of meanings) add(markOf(meaning), at);
  }
  addHitsUntil(indexes.length);
  return marks;
};

/** Where the person that begins at a unit ends; 0 for none. */
const personsIn = ({ found, units }: Reading): Int32Array => {
  const persons = new Int32Array(units.ids.length);
  for (const { at, end, meanings } of found) {
    const isPerson = meanings.some((meaning) => meaning.kind === 'list' && meaning.list === 'person');
    if (isPerson) persons[at] = Math.max(end, persons[at] ?? 0);
  }
  return persons;
};

const HAN = /[\u4e00-\u9fff]/;
/** How a text is written. */
export const scriptOf = ({ text }: Units): 'chinese' | 'spelt' => (HAN.test(text) ? 'chinese' : 'spelt');

/** A text as the model sees it: each person is one unit, `person`, and words have marks. */
export const seenIn = (reading: Reading, person: number, register: Register): Seen => {
  const { ids, breaks } = reading.units;
  const persons = personsIn(reading);
  const seen: Seen = { ids: [], breaks: [], places: [], marks: [], whole: [register, scriptOf(reading.units)] };
  const indexes = new Int32Array(ids.length);
  for (let at = 0; at < ids.length; ) {
    const isPerson = (persons[at] ?? 0) > 0;
    const end = isPerson ? (persons[at] ?? 0) : at + 1;
    indexes.fill(seen.ids.length, at, end);
    seen.ids.push(isPerson ? person : (ids[at] ?? 0));
    seen.breaks.push(breaks[at] ?? 0);
    seen.places.push(at);
    at = end;
  }
  seen.places.push(ids.length);
  seen.marks = marksOf(reading, indexes);
  return seen;
};
