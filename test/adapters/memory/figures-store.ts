import { Cell } from '#domain/figures/cell.ts';
import type { CellChange, KeptCell, Place } from '#domain/figures/changes.ts';
import { startAbove } from '#domain/figures/spans.ts';
import type { FiguresStore, Progress } from '#ports/figures.ts';

/** A FiguresStore in memory, and all cells that are in it. */
export interface MemoryFigures extends FiguresStore {
  allCells(): KeptCell[];
}

const nameOf = ({ level, start, by, value }: Place): string => JSON.stringify([level, by, value, start]);

/** The figures in memory: cells by their places. They behave as the real ones, also in what they refuse. */
export const memoryFigures = (): MemoryFigures => {
  /** What is kept is text, so that nobody can change it from outside. */
  const cells = new Map<string, { place: Place; seen: string }>();
  let kept: string | undefined;

  const keptCell = ({ place, seen }: { place: Place; seen: string }): KeptCell => ({
    place: structuredClone(place),
    cell: Cell.parse(JSON.parse(seen)),
    seen,
  });
  const write = ({ place, cell }: CellChange): void => {
    if (cell) cells.set(nameOf(place), { place: structuredClone(place), seen: JSON.stringify(cell) });
    else cells.delete(nameOf(place));
  };
  const progress = (): Progress | undefined => (kept === undefined ? undefined : JSON.parse(kept));

  return {
    allCells: () => [...cells.values()].map(keptCell),
    within: async (level, above, choice) =>
      [...cells.values()]
        .filter(({ place }) => place.level === level && startAbove(place) === above)
        .filter(({ place }) => {
          if (!choice) return true;
          const { by, value = place.value, first, last } = choice;
          return place.by === by && place.value === value && place.start >= first && place.start <= last;
        })
        .map(keptCell),
    at: async (places) =>
      places.map((place) => {
        const there = cells.get(nameOf(place));
        return there && keptCell(there);
      }),
    replace: async (changes) => {
      if (changes.some(({ place, seen }) => cells.get(nameOf(place))?.seen !== seen)) return 'conflict';
      for (const change of changes) write(change);
      return 'replaced';
    },
    progress: async () => progress(),
    advance: async (seen, next) => {
      const now = progress();
      if (now?.settled !== seen?.settled || now?.asOf !== seen?.asOf) return 'conflict';
      kept = JSON.stringify(next);
      return 'advanced';
    },
  };
};
