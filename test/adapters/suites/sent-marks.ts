import { describe, expect, it } from 'vitest';
import { type Instant, plusMinutes } from '#domain/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { SentMarks } from '#ports/sent-marks.ts';
import { MONDAY_AT_TEN } from '#test/unit/domain/new-ticket.ts';

/** What every SentMarks does; `make` gives empty ones with this clock, and another process's view of the same. */
export const sentMarksSuite = (name: string, make: (now: Clock) => Promise<SentMarks>): void => {
  const marksAt = async () => {
    let at: Instant = MONDAY_AT_TEN;
    const marks = await make(() => at);
    const pass = (minutes: number): void => {
      at = plusMinutes(at, minutes);
    };
    return { marks, pass };
  };
  const claimed = (attempt: number, unsure: number) => ({ outcome: 'claimed', claim: { attempt, unsure } });

  describe(`${name} remembers what was sent`, () => {
    it('once it was settled, and nothing else', async () => {
      const { marks, pass } = await marksAt();
      expect(await marks.claim('text#LZ261123100016.1')).toEqual(claimed(1, 0));
      await marks.settle('text#LZ261123100016.1');
      await marks.settle('text#LZ261123100016.1', '21635');
      expect(await marks.claim('text#LZ261123100016.1')).toEqual({ outcome: 'done' });
      expect(await marks.claim('text#LZ261123100016.10')).toEqual(claimed(1, 0));
      expect(await marks.claim('LZ261123100016.1')).toEqual(claimed(1, 0));
      pass(24 * 60);
      expect(await marks.claim('text#LZ261123100016.1')).toEqual({ outcome: 'done' });
    });

    it('and lets one alone send', async () => {
      const { marks } = await marksAt();
      const all = await Promise.all(Array.from({ length: 8 }, () => marks.claim('a')));
      expect(all.filter(({ outcome }) => outcome === 'claimed')).toEqual([claimed(1, 0)]);
      expect(all.filter(({ outcome }) => outcome === 'held')).toHaveLength(7);
    });

    it('until who claimed it gives it back', async () => {
      const { marks } = await marksAt();
      await marks.claim('a');
      await marks.release('a', { attempt: 1, unsure: 0 });
      expect(await marks.claim('a')).toEqual(claimed(2, 0));
      // The first one is late, and no longer has it.
      await marks.release('a', { attempt: 1, unsure: 0 });
      expect(await marks.claim('a')).toEqual({ outcome: 'held' });
    });

    it('or until it has ended without a word, which is counted', async () => {
      const { marks, pass } = await marksAt();
      await marks.claim('a');
      pass(1.9);
      expect(await marks.claim('a')).toEqual({ outcome: 'held' });
      pass(0.1);
      const all = await Promise.all([marks.claim('a'), marks.claim('a')]);
      expect(all).toContainEqual(claimed(2, 1));
      expect(all).toContainEqual({ outcome: 'held' });
      await marks.release('a', { attempt: 2, unsure: 1 });
      expect(await marks.claim('a')).toEqual(claimed(3, 1));
    });
  });
};
