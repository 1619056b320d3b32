import { describe, expect, it } from 'vitest';
import type { DayCounts } from '#ports/day-counts.ts';

const [DAY, NEXT_DAY] = ['2026-11-23', '2026-11-24'];

/** What all DayCounts do; `make` gives empty ones. */
export const dayCountsSuite = (name: string, make: () => Promise<DayCounts>): void => {
  describe(`${name} counts what is done on a day`, () => {
    it('up to a limit, each thing and each day apart', async () => {
      const counts = await make();
      const takes = async (of: string, day: string) => [await counts.take(of, day, 2), await counts.take(of, day, 2)];
      expect(await takes('texts#phone:a', DAY)).toEqual([true, true]);
      expect(await counts.take('texts#phone:a', DAY, 2)).toBe(false);
      expect(await takes('texts#phone:a', NEXT_DAY)).toEqual([true, true]);
      expect(await takes('texts#phone', DAY)).toEqual([true, true]);
      expect(await takes('rings#phone:a', DAY)).toEqual([true, true]);
      expect(await counts.take('texts#phone:a', DAY, 3)).toBe(true);
    });

    it('so that of twenty at once no more pass than may', async () => {
      const counts = await make();
      const all = await Promise.all(Array.from({ length: 20 }, () => counts.take('texts', DAY, 7)));
      expect(all.filter((taken) => taken)).toHaveLength(7);
    });

    it('without what was given back, and never less than nothing', async () => {
      const counts = await make();
      await counts.giveBack('texts', DAY);
      expect(await counts.take('texts', DAY, 1)).toBe(true);
      expect(await counts.take('texts', DAY, 1)).toBe(false);
      await counts.giveBack('texts', DAY);
      await counts.giveBack('texts', DAY);
      expect([await counts.take('texts', DAY, 1), await counts.take('texts', DAY, 1)]).toEqual([true, false]);
    });
  });
};
