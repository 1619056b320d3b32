import type { Model, Seen } from './model.ts';
import type { Span } from './spans.ts';
import { branchAt } from './tree.ts';
import { Break } from './units.ts';

/** No run of units has more. */
export const LONGEST_RUN = 2;

/**
 * What a text says for and against a danger: its runs and marks that the model has a weight for, in the order of the text.
 * The lists belong together: one sign has the same place in each.
 */
export interface Evidence {
  /** What the text as a whole says: how it came, how it is written. */
  start: number;
  ats: Int32Array;
  ends: Int32Array;
  weights: Int32Array;
  /** The same number for all signs that say the same. */
  numbers: Int32Array;
  /** The first sign at each unit of the text or later. */
  firstAt: Int32Array;
  /** No sign has a higher number. */
  highest: number;
}

/** Gathers what a model makes of a text. */
export const evidenceIn = ({ tree, marks, bias }: Model, { ids, breaks, marks: seenMarks, whole }: Seen): Evidence => {
  const most = LONGEST_RUN * ids.length + seenMarks.length;
  const [ats, ends, weights, numbers] = Array.from({ length: 4 }, () => new Int32Array(most)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  let length = 0;
  const add = (at: number, end: number, weight: number, number: number): void => {
    ats[length] = at;
    ends[length] = end;
    weights[length] = weight;
    numbers[length] = number;
    length += 1;
  };
  const named = new Map<string, number>();
  let highest = tree.weights.length;
  const firstAt = new Int32Array(ids.length + 1);
  for (let at = 0, mark = 0; at < ids.length; at += 1) {
    firstAt[at] = length;
    for (let branch = 0, last = at; last < ids.length && last - at < LONGEST_RUN; last += 1) {
      if (last > at && breaks[last] !== Break.none) break;
      branch = branchAt(tree, branch, ids[last] ?? 0);
      if (branch === 0) break;
      const weight = tree.weights[branch] ?? 0;
      if (weight !== 0) add(at, last + 1, weight, branch);
    }
    for (; mark < seenMarks.length && seenMarks[mark]?.at === at; mark += 1) {
      const name = seenMarks[mark]?.name ?? '';
      const number = named.get(name) ?? ++highest;
      named.set(name, number);
      add(at, at + 1, marks[name] ?? 0, number);
    }
  }
  firstAt[ids.length] = length;
  const start = whole.reduce((score, name) => score + (marks[name] ?? 0), bias);
  return { start, ats, ends, weights, numbers, firstAt, highest };
};

/** Scores parts of a text. What is said again and again in a part counts once. */
export const scorer = ({ start, ends, weights, numbers, firstAt, highest }: Evidence): ((part: Span) => number) => {
  const countedIn = new Int32Array(highest + 1);
  let turn = 0;
  return ({ at, end }) => {
    turn += 1;
    let score = start;
    for (let n = firstAt[at] ?? 0; n < (firstAt[end] ?? 0); n += 1) {
      const number = numbers[n] ?? 0;
      if ((ends[n] ?? 0) > end || countedIn[number] === turn) continue;
      countedIn[number] = turn;
      score += weights[n] ?? 0;
    }
    return score;
  };
};

/** The places in a part of a text that speak most of danger, in the order of the text: the reason. */
export const reasonsIn = ({ ats, ends, weights, firstAt }: Evidence, part: Span, most: number): Span[] => {
  const strongest: (Span & { weight: number })[] = [];
  for (let n = firstAt[part.at] ?? 0; n < (firstAt[part.end] ?? 0); n += 1) {
    const [at, end, weight] = [ats[n] ?? 0, ends[n] ?? 0, weights[n] ?? 0];
    if (weight > 0 && end <= part.end) strongest.push({ at, end, weight });
  }
  strongest.sort((one, other) => other.weight - one.weight || one.at - other.at);
  const reasons: Span[] = [];
  for (const { at, end } of strongest) {
    if (reasons.length === most) break;
    if (!reasons.some((reason) => reason.at < end && at < reason.end)) reasons.push({ at, end });
  }
  return reasons.sort((one, other) => one.at - other.at);
};
