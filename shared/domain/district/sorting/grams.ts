import { scriptOf } from '#domain/district/danger/reading.ts';
import { Break, readUnits, type Units } from '#domain/district/danger/units.ts';
import type { PlaceDistrict } from '#domain/district/places/place-in.ts';
import { matterAlone } from './matter-alone.ts';
import { pointIn } from './point-of-story.ts';

/** Runs of letters or words in a text, in the order of their beginnings: lists side by side, since a text has thousands. */
export interface Grams {
  /** The text in which the places are: full-width letters and the like made plain. */
  text: string;
  runs: string[];
  starts: number[];
  ends: number[];
  /** How much each run counts where it stands. */
  shares: number[];
  script: 'chinese' | 'spelt';
}

/** How a text is read for a question that is asked of it. */
export interface Reading {
  /** What comes behind the title counts so much, and half as much after each so many units. */
  behind: { share: number; half: number };
  /** How much counts what is said before, and behind, the words with which a story comes to its point. */
  point?: { before: number; behind: number } | undefined;
  /** The end of a text counts as much as its title: there people say what they want. */
  endCounts: boolean;
  /** Where a clause begins or ends is a part of a run: 吗 at the end asks. */
  edges: boolean;
}

/** What a matter is about is said at its beginning, or where a story comes to its point; of what kind it is, also at its end and by its questions. */
export const READINGS = {
  category: { behind: { share: 0.5, half: 60 }, point: { before: 0.5, behind: 2 }, endCounts: false, edges: false },
  kind: { behind: { share: 0.5, half: 60 }, endCounts: true, edges: true },
} as const satisfies Record<string, Reading>;

/** So many Chinese letters stand in a run; of words that are spelt, so many. */
const LONGEST = { han: 3, spelt: 2 };
/** The title, or what stands in its place: the first sentence that is long enough, up to so many units. */
const TITLE = { least: 8, most: 40 };
const END_UNITS = 25;
/** Behind so many units all is said, but at the end. */
const MOST_UNITS = 500;
/** What stands for the edge of a clause. */
const EDGE = '|';

const isHanAt = (text: string, at: number): boolean => {
  const code = text.codePointAt(at) ?? 0;
  return (code >= 0x3400 && code <= 0x9fff) || code > 0x1ffff;
};

const DIGIT = /\d/;
/** English words without the endings that make no difference to what is spoken of. Numbers are all one. */
const stemOf = (word: string): string => {
  if (DIGIT.test(word)) return '0';
  return word.length < 5 ? word : word.replace(/(?:ings?|ed|es|s|ly|e)$/, '');
};

const endOfTitle = (breaks: readonly number[]): number => {
  for (let at = TITLE.least; at < breaks.length && at < TITLE.most; at += 1) {
    if (breaks[at] === Break.sentence) return at;
  }
  return Math.min(breaks.length, TITLE.most);
};

/** How much a unit counts by its place. */
const shareBy = ({ behind, endCounts, point: turn }: Reading, units: Units): ((at: number) => number) => {
  const { breaks } = units;
  const point = turn && pointIn(units);
  if (turn && point !== undefined) return (at) => (at < point ? turn.before : turn.behind);
  const title = endOfTitle(breaks);
  const end = endCounts ? breaks.length - END_UNITS : Number.POSITIVE_INFINITY;
  return (at) => (at < title || at >= end ? 1 : behind.share * 0.5 ** ((at - title) / behind.half));
};

/** Reads a matter into units, for all questions that are asked of it, in training as in use. */
export const unitsIn = (district: PlaceDistrict, written: string): Units => readUnits(matterAlone(district, written), () => 0);

/** The units at which runs begin that are looked at. */
const beginningsIn = (count: number, { endCounts }: Reading): number[] => {
  const first = Array.from({ length: Math.min(count, MOST_UNITS) }, (_, n) => n);
  const end = Math.max(MOST_UNITS, count - END_UNITS);
  return endCounts && count > end ? [...first, ...Array.from({ length: count - end }, (_, n) => end + n)] : first;
};

/** All runs of a text that are looked at. No run goes beyond a clause. */
export const gramsOf = (units: Units, reading: Reading): Grams => {
  const { text, starts, ends, breaks } = units;
  const count = breaks.length;
  const shareAt = shareBy(reading, units);
  const all: Grams = { text, runs: [], starts: [], ends: [], shares: [], script: scriptOf(units) };
  const isHanUnit = (n: number): boolean => isHanAt(text, starts[n] ?? 0);
  const wordAt = (n: number): string => {
    const word = text.slice(starts[n], ends[n]);
    return isHanUnit(n) ? word : stemOf(word);
  };
  const push = (run: string, first: number, last: number, share: number): void => {
    all.runs.push(run);
    all.starts.push(starts[first] ?? 0);
    all.ends.push(ends[last] ?? 0);
    all.shares.push(share);
  };
  const isEnd = (last: number): boolean => last + 1 >= count || breaks[last + 1] !== Break.none;
  for (const first of beginningsIn(count, reading)) {
    const isHan = isHanUnit(first);
    const longest = isHan ? LONGEST.han : LONGEST.spelt;
    const share = shareAt(first);
    let run = '';
    for (let last = first; last < count && last - first < longest; last += 1) {
      if (last > first && (breaks[last] !== Break.none || isHanUnit(last) !== isHan)) break;
      run = isHan || run === '' ? run + wordAt(last) : `${run}_${wordAt(last)}`;
      push(run, first, last, share);
      if (!reading.edges) continue;
      if (breaks[first] !== Break.none) push(EDGE + run, first, last, share);
      if (isEnd(last)) push(run + EDGE, first, last, share);
    }
  }
  return all;
};
