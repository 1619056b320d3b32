import { Break, readUnits, type Units } from '#domain/district/danger/units.ts';

/** Runs of letters or words in a text, in the order of their beginnings: lists side by side, since a text has thousands. */
export interface Grams {
  /** The text in which the places are: full-width letters and the like made plain. */
  text: string;
  runs: string[];
  starts: number[];
  ends: number[];
  /** How much each run counts where it stands. */
  shares: number[];
}

/** How a text is read for a question that is asked of it. */
export interface Reading {
  /** What comes behind the title counts so much, and half as much after each so many units. */
  behind: { share: number; half: number };
  /** The end of a text counts as much as its title: there people say what they want. */
  endCounts: boolean;
  /** Where a clause begins or ends is a part of a run: 吗 at the end asks. */
  edges: boolean;
}

/** What a matter is about is said at its beginning; of what kind it is, also at its end and by its questions. */
export const READINGS = {
  category: { behind: { share: 0.5, half: 60 }, endCounts: false, edges: false },
  kind: { behind: { share: 0.5, half: 60 }, endCounts: true, edges: true },
} as const satisfies Record<string, Reading>;

/** So many Chinese letters stand in a run; of words that are spelt, so many. */
const LONGEST = { han: 3, spelt: 2 };
/** The title, or what stands in its place: the first sentence that is long enough, up to so many units. */
const TITLE = { least: 8, most: 40 };
const END_UNITS = 25;
/** Behind so many units all is said. */
const MOST_UNITS = 1_500;
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
const shareBy = ({ behind, endCounts }: Reading, { breaks }: Units) => {
  const title = endOfTitle(breaks);
  const end = endCounts ? breaks.length - END_UNITS : Number.POSITIVE_INFINITY;
  return (at: number): number => (at < title || at >= end ? 1 : behind.share * 0.5 ** ((at - title) / behind.half));
};

/** All runs of a text. No run goes beyond a clause. */
export const gramsOf = (written: string, reading: Reading): Grams => {
  const units = readUnits(written, () => 0);
  const { text, breaks } = units;
  const count = Math.min(breaks.length, MOST_UNITS);
  const shareAt = shareBy(reading, units);
  const all: Grams = { text, runs: [], starts: [], ends: [], shares: [] };
  const words = units.starts.slice(0, count).map((start, n) => {
    const word = text.slice(start, units.ends[n]);
    return isHanAt(word, 0) ? word : stemOf(word);
  });
  const push = (run: string, first: number, last: number, share: number): void => {
    all.runs.push(run);
    all.starts.push(units.starts[first] ?? 0);
    all.ends.push(units.ends[last] ?? 0);
    all.shares.push(share);
  };
  const isEnd = (last: number): boolean => last + 1 >= count || breaks[last + 1] !== Break.none;
  for (let first = 0; first < count; first += 1) {
    const isHan = isHanAt(text, units.starts[first] ?? 0);
    const longest = isHan ? LONGEST.han : LONGEST.spelt;
    const share = shareAt(first);
    let run = '';
    for (let last = first; last < count && last - first < longest; last += 1) {
      if (last > first && (breaks[last] !== Break.none || isHanAt(text, units.starts[last] ?? 0) !== isHan)) break;
      run = isHan || run === '' ? run + (words[last] ?? '') : `${run}_${words[last]}`;
      push(run, first, last, share);
      if (!reading.edges) continue;
      if (breaks[first] !== Break.none) push(EDGE + run, first, last, share);
      if (isEnd(last)) push(run + EDGE, first, last, share);
    }
  }
  return all;
};
