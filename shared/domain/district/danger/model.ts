import type { DangerModel } from './danger-rules.ts';
import type { Span } from './spans.ts';
import { branchAt, type Tree } from './tree.ts';
import { Break } from './units.ts';

/** More units are no longer one thought; within a long clause one begins at every so many. */
const LONGEST_WINDOW = 26;
const STRIDE = 6;
/** Stands for any word of the kind `person`, so that what happens to one counts for all. */
export const PERSON = 'person';
/** No run has more units. */
export const LONGEST_RUN = 3;

/** What a model knows beside the weights of its runs. */
export type ModelFacts = Pick<DangerModel, 'bias' | 'thresholds' | 'marks'>;

/** A model ready for use: the weights of its runs stand in a tree. */
export interface Model extends ModelFacts {
  tree: Tree;
  /** The unit that stands for any person. */
  person: number;
}

/** A part of a text, and how much it speaks of danger. */
export interface Window extends Span {
  score: number;
}

/** The runs of a model and their weights; none without one. */
export const runsOf = (model: DangerModel | undefined): { run: string; weight: number }[] =>
  Object.entries(model?.weights ?? {}).flatMap(([weight, runs]) =>
    runs.split(' ').map((run) => ({ run, weight: Number(weight) })),
  );

/** What a word means, at its place. */
export interface Mark {
  name: string;
  at: number;
}

/** A text as the model sees it. `places` has the first unit of the text for each of its units, and one more. */
export interface Seen {
  ids: number[];
  breaks: number[];
  places: number[];
  marks: Mark[];
  /** The names of the marks of the text as a whole. */
  whole: string[];
}

/** Where windows may begin: at each clause, and within long ones again and again. */
const beginningsOf = (breaks: readonly number[]): number[] => {
  const beginnings: number[] = [];
  let last = 0;
  breaks.forEach((broken, at) => {
    if (broken === Break.none && at > 0 && at - last < STRIDE) return;
    beginnings.push(at);
    last = at;
  });
  return beginnings;
};

/** The windows that a text is looked at through: clauses in a row, none longer than a thought. */
export const windowsIn = (breaks: readonly number[]): Span[] => {
  const beginnings = [...beginningsOf(breaks), breaks.length];
  const windows: Span[] = [];
  for (let n = 0; n < beginnings.length - 1; n += 1) {
    const at = beginnings[n] ?? 0;
    let next = n + 1;
    for (; next < beginnings.length && (beginnings[next] ?? 0) - at <= LONGEST_WINDOW; next += 1) {
      windows.push({ at, end: beginnings[next] ?? 0 });
    }
    if (next === n + 1) windows.push({ at, end: at + LONGEST_WINDOW });
  }
  return windows;
};

/** The weights of the runs that begin at each unit, by their length. */
const runsAt = ({ tree }: Model, { ids, breaks }: Seen, at: number): number[] => {
  const runs: number[] = [];
  let branch = 0;
  for (let n = 0; n < LONGEST_RUN && at + n < ids.length; n += 1) {
    if (n > 0 && breaks[at + n] !== Break.none) break;
    branch = branchAt(tree, branch, ids[at + n] ?? 0);
    if (branch === 0) break;
    runs.push(tree.weights[branch] ?? 0);
  }
  return runs;
};

/** The windows of a text with their scores. */
export const scoredWindows = (model: Model, seen: Seen): Window[] => {
  const { ids, breaks } = seen;
  // sums[n][i]: of the runs of n + 1 units that begin before i.
  const sums = Array.from({ length: LONGEST_RUN }, () => new Int32Array(ids.length + 1));
  for (let at = 0; at < ids.length; at += 1) {
    const runs = runsAt(model, seen, at);
    sums.forEach((sum, n) => {
      sum[at + 1] = (sum[at] ?? 0) + (runs[n] ?? 0);
    });
  }
  const marks = new Int32Array(ids.length + 1);
  for (const { name, at } of seen.marks) marks[at + 1] = (marks[at + 1] ?? 0) + (model.marks[name] ?? 0);
  for (let at = 0; at < ids.length; at += 1) marks[at + 1] = (marks[at + 1] ?? 0) + (marks[at] ?? 0);
  const start = seen.whole.reduce((score, name) => score + (model.marks[name] ?? 0), model.bias);
  const scoreOf = (at: number, end: number): number =>
    sums.reduce(
      (score, sum, n) => (end - n > at ? score + (sum[end - n] ?? 0) - (sum[at] ?? 0) : score),
      start + (marks[end] ?? 0) - (marks[at] ?? 0),
    );
  return windowsIn(breaks).map(({ at, end }) => ({ score: scoreOf(at, end), at, end }));
};

/** The places within a window that speak most of danger, in the order of the text: the reason. */
export const reasonsIn = (model: Model, seen: Seen, { at, end }: Window, most: number): Span[] => {
  const runs: Window[] = [];
  for (let first = at; first < end; first += 1) {
    let score = 0;
    for (const [n, weight] of runsAt(model, seen, first).entries()) {
      score += weight;
      if (weight > 0 && first + n < end) runs.push({ score, at: first, end: first + n + 1 });
    }
  }
  const reasons: Window[] = [];
  for (const run of runs.sort((one, other) => other.score - one.score || one.at - other.at)) {
    if (reasons.length === most) break;
    if (!reasons.some((reason) => reason.at < run.end && run.at < reason.end)) reasons.push(run);
  }
  return reasons.sort((one, other) => one.at - other.at);
};
