import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallerSeal } from '#ports/caller-seal.ts';

const TEXT = JSON.stringify({ phone: '+8613807654321', answer: { speech: '路灯不亮，打13807654321' } });

/** What every CallerSeal does; `make` gives a deployment of its own each time. */
export const callerSealSuite = (name: string, make: () => Promise<CallerSeal>): void => {
  describe(`callers sealed: ${name}`, () => {
    it('are opened as they were, for what they were sealed', async () => {
      const seals = await make();
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string(), async (text, about) => {
          expect(await seals.open(await seals.seal(text, about), about)).toBe(text);
        }),
      );
    });

    it('say nothing of what is in them, and never the same twice', async () => {
      const seals = await make();
      const all = await Promise.all(Array.from({ length: 20 }, () => seals.seal(TEXT, 'twilio:CA1')));
      expect(new Set(all).size).toBe(20);
      for (const sealed of all)
        expect(Buffer.from(sealed, 'base64url').toString('latin1') + sealed).not.toMatch(/7654321|speech/);
    });

    it('are not opened for another call, by another deployment, or when a sign of them is another one', async () => {
      const [seals, others] = [await make(), await make()];
      const sealed = await seals.seal(TEXT, 'twilio:CA1');
      await expect(seals.open(sealed, 'twilio:CA2')).rejects.toThrow();
      await expect(others.open(sealed, 'twilio:CA1')).rejects.toThrow();
      for (const place of sealed.split('').keys()) {
        // The last sign of base64 may hold bits that mean nothing.
        if (place === sealed.length - 1) continue;
        const changed = [...sealed];
        changed[place] = sealed[place] === 'A' ? 'B' : 'A';
        const opened = await seals.open(changed.join(''), 'twilio:CA1').catch(() => undefined);
        expect([place, opened === undefined || opened === TEXT]).toEqual([place, true]);
      }
      for (const other of ['', '.', '...', 'caller.2.a.b', `${sealed}.x`, sealed.slice(0, -4)])
        await expect(seals.open(other, 'twilio:CA1')).rejects.toThrow();
    });
  });
};
