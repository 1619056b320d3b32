import { describe, expect, it } from 'vitest';
import type { DutyRings } from '#ports/duty-rings.ts';
import { MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { telephone } from '#test/unit/domain/telephones.ts';

const [WATER, HEAT] = [telephone('+8610000000101'), telephone('+8610000000104')];
const ring = { at: MONDAY_AT_TEN, ticket: opening().ticket.number, step: 1, reporter: 'somebody' };

/** What all DutyRings do; `make` gives empty ones. */
export const dutyRingsSuite = (name: string, make: () => Promise<DutyRings>): void => {
  describe(`${name} remembers calls to duty telephones`, () => {
    it('each telephone apart', async () => {
      const rings = await make();
      const none = await rings.of(WATER);
      expect(none.rings).toEqual([]);
      expect(await rings.replace(WATER, none, [ring])).toBe('replaced');
      expect((await rings.of(WATER)).rings).toEqual([ring]);
      expect((await rings.of(HEAT)).rings).toEqual([]);
    });

    it('as whoever writes has seen them, or not', async () => {
      const rings = await make();
      const none = await rings.of(WATER);
      const both = await Promise.all([rings.replace(WATER, none, [ring]), rings.replace(WATER, none, [ring])]);
      expect(both.toSorted()).toEqual(['conflict', 'replaced']);
      const one = await rings.of(WATER);
      expect(await rings.replace(WATER, one, [ring, ring])).toBe('replaced');
      expect(await rings.replace(WATER, one, [])).toBe('conflict');
      expect((await rings.of(WATER)).rings).toEqual([ring, ring]);
    });
  });
};
