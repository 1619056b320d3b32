/** What a person can put right of a matter that was understood. */
export type Line = 'category' | 'kind' | 'area';

const LINES: readonly Line[] = ['category', 'kind', 'area'];

/** How each line is shown: asked of the person, told as a fact, or folded away. */
export interface Shown {
  asked: readonly Line[];
  told: readonly Line[];
  folded: readonly Line[];
}

/**
 * Asked is only what is not sure. In danger, or in doubt of it, somebody who is frightened reads where it is and no guesses:
 * how the matter is sorted is folded away.
 */
export const linesOf = (understood: Readonly<Record<Line, { sure: boolean }>> & { danger?: object | undefined }): Shown => {
  const isShown = (line: Line): boolean => understood.danger === undefined || line === 'area';
  const shown = LINES.filter(isShown);
  return {
    asked: shown.filter((line) => !understood[line].sure),
    told: shown.filter((line) => understood[line].sure),
    folded: LINES.filter((line) => !isShown(line)),
  };
};
