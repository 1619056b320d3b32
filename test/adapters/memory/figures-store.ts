import { cellKey, cellsPk, placeOf } from '#adapters/dynamodb/figures-keys.ts';
import { Cell } from '#domain/figures/cell.ts';
import type { CellChange, KeptCell, Place } from '#domain/figures/changes.ts';
import type { FiguresStore, Progress } from '#ports/figures.ts';

/** A FiguresStore in memory, and all cells that are in it. */
export interface MemoryFigures extends FiguresStore {
  allCells(): KeptCell[];
}

/** The figures in memory, each partition by itself. They behave as the real ones, also in what they refuse. */
export const memoryFigures = (): MemoryFigures => {
  const partitions = new Map<string, Map<string, string>>();
  let kept: string | undefined;

  const keptCell = (pk: string, sk: string, seen: string): KeptCell => ({
    place: placeOf({ pk, sk }),
    cell: Cell.parse(JSON.parse(seen)),
    seen,
  });
  const cellsIn = (pk: string): KeptCell[] =>
    [...(partitions.get(pk) ?? [])].sort(([one], [other]) => (one < other ? -1 : 1)).map(([sk, seen]) => keptCell(pk, sk, seen));
  const textAt = (place: Place): string | undefined => {
    const { pk, sk } = cellKey(place);
    return partitions.get(pk)?.get(sk);
  };
  const write = ({ place, cell }: CellChange): void => {
    const { pk, sk } = cellKey(place);
    const partition = partitions.get(pk) ?? new Map<string, string>();
    partitions.set(pk, partition);
    if (cell) partition.set(sk, JSON.stringify(cell));
    else partition.delete(sk);
  };
  const progress = (): Progress | undefined => (kept === undefined ? undefined : JSON.parse(kept));

  return {
    allCells: () => [...partitions.keys()].sort().flatMap(cellsIn),
    within: async (level, above, choice) =>
      cellsIn(cellsPk(level, above)).filter(({ place }) => {
        if (!choice) return true;
        const { by, value = place.value, first, last } = choice;
        return place.by === by && place.value === value && place.start >= first && place.start <= last;
      }),
    at: async (places) =>
      places.map((place) => {
        const { pk, sk } = cellKey(place);
        const seen = textAt(place);
        return seen === undefined ? undefined : keptCell(pk, sk, seen);
      }),
    replace: async (changes) => {
      if (changes.some(({ place, seen }) => textAt(place) !== seen)) return 'conflict';
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
