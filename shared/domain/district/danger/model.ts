import type { DangerModel } from './danger-rules.ts';
import type { Tree } from './tree.ts';

/** Stands for any word of the kind `person`, so that what happens to one counts for all. */
export const PERSON = 'person';

/** What a model knows beside the weights of its runs. */
export type ModelFacts = Pick<DangerModel, 'bias' | 'thresholds' | 'marks'>;

/** A model ready for use: the weights of its runs stand in a tree. */
export interface Model extends ModelFacts {
  tree: Tree;
  /** The unit that stands for any person. */
  person: number;
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
