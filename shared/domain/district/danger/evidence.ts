import type { Model, Seen } from './model.ts';
import type { Span } from './spans.ts';
import { branchAt } from './tree.ts';
import { Break } from './units.ts';

/** No run of units has more. */
export const LONGEST_RUN = 2;

/** A run or a mark in a text that the model has a weight for. */
interface Sign extends Span {
  /** The same number for all that say the same. */
  number: number;
  weight: number;
}

/** What a text says for and against a danger, in the order of the text. */
export interface Evidence {
  /** What the text as a whole says: how it came, its language. */
  start: number;
  signs: readonly Sign[];
  /** The first sign at each unit of the text or later. */
  firstAt: Int32Array;
  /** No sign has a higher number. */
  highest: number;
}

/** The runs that begin at a unit, as far as the model knows them. */
const runsAt = ({ tree }: Model, { ids, breaks }: Seen, at: number): Sign[] => {
  const runs: Sign[] = [];
  let branch = 0;
  for (let last = at; last < ids.length && last - at < LONGEST_RUN; last += 1) {
    if (last > at && breaks[last] !== Break.none) break;
    branch = branchAt(tree, branch, ids[last] ?? 0);
    if (branch === 0) break;
    const weight = tree.weights[branch] ?? 0;
    if (weight !== 0) runs.push({ at, end: last + 1, number: branch, weight });
  }
  return runs;
};

/** Gathers what a model makes of a text. */
export const evidenceIn = (model: Model, seen: Seen): Evidence => {
  const numbers = new Map<string, number>();
  const marksAt = new Map<number, Sign[]>();
  let highest = model.tree.weights.length;
  for (const { name, at } of seen.marks) {
    const weight = model.marks[name];
    if (weight === undefined) continue;
    const number = numbers.get(name) ?? ++highest;
    numbers.set(name, number);
    const marks = marksAt.get(at);
    const mark = { at, end: at + 1, number, weight };
    if (marks) marks.push(mark);
    else marksAt.set(at, [mark]);
  }
  const signs: Sign[] = [];
  const firstAt = new Int32Array(seen.ids.length + 1);
  for (let at = 0; at < seen.ids.length; at += 1) {
    firstAt[at] = signs.length;
    signs.push(...runsAt(model, seen, at), ...(marksAt.get(at) ?? []));
  }
  firstAt[seen.ids.length] = signs.length;
  const start = seen.whole.reduce((score, name) => score + (model.marks[name] ?? 0), model.bias);
  return { start, signs, firstAt, highest };
};

/** Scores parts of a text. What is said again and again in a part counts once. */
export const scorer = ({ start, signs, firstAt, highest }: Evidence): ((part: Span) => number) => {
  const countedIn = new Int32Array(highest + 1);
  let turn = 0;
  return (part) => {
    turn += 1;
    let score = start;
    for (let n = firstAt[part.at] ?? 0; n < (firstAt[part.end] ?? 0); n += 1) {
      const sign = signs[n];
      if (!sign || sign.end > part.end || countedIn[sign.number] === turn) continue;
      countedIn[sign.number] = turn;
      score += sign.weight;
    }
    return score;
  };
};

/** The places in a part of a text that speak most of danger, in the order of the text: the reason. */
export const reasonsIn = ({ signs, firstAt }: Evidence, part: Span, most: number): Span[] => {
  const strongest = signs
    .slice(firstAt[part.at], firstAt[part.end])
    .filter(({ weight, end }) => weight > 0 && end <= part.end)
    .sort((one, other) => other.weight - one.weight || one.at - other.at);
  const reasons: Span[] = [];
  for (const { at, end } of strongest) {
    if (reasons.length === most) break;
    if (!reasons.some((reason) => reason.at < end && at < reason.end)) reasons.push({ at, end });
  }
  return reasons.sort((one, other) => one.at - other.at);
};
