import { describe, expect, it } from 'vitest';
import type { SentMarks } from '#ports/sent-marks.ts';

/** What every SentMarks does; `make` gives empty ones. */
export const sentMarksSuite = (name: string, make: () => Promise<SentMarks>): void => {
  describe(`${name} remembers what was sent`, () => {
    it('once it was marked, and nothing else', async () => {
      const marks = await make();
      expect(await marks.isSent('text#LZ261123100016.1')).toBe(false);
      await marks.markSent('text#LZ261123100016.1');
      await marks.markSent('text#LZ261123100016.1');
      expect(await marks.isSent('text#LZ261123100016.1')).toBe(true);
      expect(await marks.isSent('text#LZ261123100016.10')).toBe(false);
      expect(await marks.isSent('LZ261123100016.1')).toBe(false);
    });
  });
};
