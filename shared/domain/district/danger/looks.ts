import { evidenceIn, reasonsIn, scorer } from './evidence.ts';
import type { Model } from './model.ts';
import { type Reading, type Register, seenIn } from './reading.ts';
import type { Span } from './spans.ts';

/** So many units are one thought; in a longer text one begins at every so many. */
const THOUGHT = 40;
const STRIDE = 10;

/** How a text looks to a model. */
export interface Look {
  /** How much it speaks of danger now. */
  score: number;
  /** The score of the words around a place. */
  scoreAround: (place: Span) => number;
  /** What in it speaks most of danger. */
  reasons: () => Span[];
}

const thoughtsIn = (length: number): Span[] => {
  const thoughts: Span[] = [];
  for (let at = 0; at === 0 || at + THOUGHT - STRIDE < length; at += STRIDE) {
    thoughts.push({ at, end: Math.min(at + THOUGHT, length) });
  }
  return thoughts;
};

/**
 * Looks at a text through a model. Speech rambles: the one thought counts that speaks most of danger. A letter is made of
 * one piece, and a danger in it comes last, when there is no more time to write.
 */
export const look = (model: Model, reading: Reading, register: Register): Look => {
  const seen = seenIn(reading, model.person, register);
  const evidence = evidenceIn(model, seen);
  const scoreOf = scorer(evidence);
  const length = seen.ids.length;
  const inText = ({ at, end }: Span): Span => ({ at: seen.places[at] ?? 0, end: seen.places[end] ?? reading.units.ids.length });
  const whole: Span = { at: 0, end: length };
  const indexOf = (unit: number): number => {
    let [low, high] = [0, length];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((seen.places[middle] ?? 0) <= unit) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const scoreAround = ({ at }: Span): number => {
    const middle = indexOf(at);
    return scoreOf({ at: Math.max(0, middle - THOUGHT / 2), end: Math.min(length, middle + THOUGHT / 2) });
  };
  if (register === 'written' || length <= THOUGHT) {
    const last: Span = { at: Math.max(0, length - THOUGHT), end: length };
    const score = length <= THOUGHT ? scoreOf(whole) : Math.round((2 * scoreOf(whole) + scoreOf(last)) / 3);
    return { score, scoreAround, reasons: () => reasonsIn(evidence, whole, 3).map(inText) };
  }
  let best = { score: Number.NEGATIVE_INFINITY, thought: whole };
  for (const thought of thoughtsIn(length)) {
    const score = scoreOf(thought);
    if (score > best.score) best = { score, thought };
  }
  return { score: best.score, scoreAround, reasons: () => reasonsIn(evidence, best.thought, 3).map(inText) };
};
