import { type Cues, cuesIn } from './cues.ts';
import { type Hit, hitsIn } from './hits.ts';
import { type Found, findWords, type Lexicon, type Meaning } from './lexicon.ts';
import type { Mark, Seen } from './model.ts';
import { readUnits, type Units } from './units.ts';

/** How a text came: said on the phone, or written with time to think. */
export type Register = 'spoken' | 'written';

/** What the words of a district say of a text, before the model has looked at it. */
export interface Reading {
  units: Units;
  found: readonly Found[];
  cues: Cues;
  hits: readonly Hit[];
}

/** Reads a text once, for words and model alike. */
export const readText = (lexicon: Lexicon, text: string): Reading => {
  const units = readUnits(text, lexicon.idOf);
  const found = findWords(lexicon, units);
  const cues = cuesIn(found);
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

/** What words mean, for the model: so it learns from one word of a kind what the others of that kind do. */
const marksOf = ({ found, hits }: Reading): Mark[] => {
  const marks: Mark[] = [];
  // The same is marked once at one place; hits and what was found come in the order of the text.
  const last = new Map<string, number>();
  const add = (name: string | undefined, at: number): void => {
    if (name === undefined || last.get(name) === at) return;
    last.set(name, at);
    marks.push({ name, at });
  };
  for (const { kind, judgement, at } of hits) add(`${kind}-${judgement}`, at);
  for (const { at, meanings } of found) for (const meaning of meanings) add(markOf(meaning), at);
  return marks;
};

/** Where the persons of a text begin and end. */
const personsIn = (found: readonly Found[]): ReadonlyMap<number, number> => {
  const persons = new Map<number, number>();
  for (const { at, end, meanings } of found) {
    const isPerson = meanings.some((meaning) => meaning.kind === 'list' && meaning.list === 'person');
    if (isPerson) persons.set(at, Math.max(end, persons.get(at) ?? 0));
  }
  return persons;
};

const HAN = /[\u4e00-\u9fff]/;
/** How a text is written. */
export const scriptOf = ({ text }: Units): 'chinese' | 'spelt' => (HAN.test(text) ? 'chinese' : 'spelt');

/** A text as the model sees it: each person is one unit, `person`, and words have marks. */
export const seenIn = (reading: Reading, person: number, register: Register): Seen => {
  const { ids, breaks } = reading.units;
  const persons = personsIn(reading.found);
  const seen: Seen = { ids: [], breaks: [], places: [], marks: [], whole: [register, scriptOf(reading.units)] };
  const indexes: number[] = [];
  for (let at = 0; at < ids.length; ) {
    const end = persons.get(at) ?? at + 1;
    for (let unit = at; unit < end; unit += 1) indexes[unit] = seen.ids.length;
    seen.ids.push(persons.has(at) ? person : (ids[at] ?? 0));
    seen.breaks.push(breaks[at] ?? 0);
    seen.places.push(at);
    at = end;
  }
  seen.places.push(ids.length);
  seen.marks = marksOf(reading).map(({ name, at }) => ({ name, at: indexes[at] ?? 0 }));
  return seen;
};
