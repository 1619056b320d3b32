import { Cell } from '../../domain/figures/cell.ts';
import type { CellChange, KeptCell, Place } from '../../domain/figures/changes.ts';
import { startAbove } from '../../domain/figures/spans.ts';
import type { FiguresStore, Progress } from '../../ports/figures.ts';
import { cellKey, placeOf } from '../dynamodb/figures-keys.ts';

/** A FiguresStore in memory, and all cells that are in it. */
export interface MemoryFigures extends FiguresStore {
  allCells(): KeptCell[];
}

const nameOf = (place: Place): string => JSON.stringify(cellKey(place));

/** The figures in memory. They behave as the real ones, also in what they refuse. */
export const memoryFigures = (): MemoryFigures => {
  const cells = new Map<string, string>();
  let kept: string | undefined;

  const keptCell = (name: string, seen: string): KeptCell => ({
    place: placeOf(JSON.parse(name)),
    cell: Cell.parse(JSON.parse(seen)),
    seen,
  });
  const allCells = (): KeptCell[] => [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, seen]) => keptCell(name, seen));
  const isAsSeen = ({ place, seen }: CellChange): boolean => cells.get(nameOf(place)) === seen;
  const progress = (): Progress | undefined => (kept === undefined ? undefined : JSON.parse(kept));

  return {
    allCells,
    within: async (level, above, choice) =>
      allCells().filter(({ place }) => {
        if (place.level !== level || startAbove(place) !== above) return false;
        if (!choice) return true;
        const { by, value = place.value, first, last } = choice;
        return place.by === by && place.value === value && place.start >= first && place.start <= last;
      }),
    at: async (places) =>
      places.map((place) => {
        const seen = cells.get(nameOf(place));
        return seen === undefined ? undefined : keptCell(nameOf(place), seen);
      }),
    replace: async (changes) => {
      if (!changes.every(isAsSeen)) return 'conflict';
      for (const { place, cell } of changes) {
        if (cell) cells.set(nameOf(place), JSON.stringify(cell));
        else cells.delete(nameOf(place));
      }
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
