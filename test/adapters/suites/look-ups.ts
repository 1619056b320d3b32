import { describe, expect, it } from 'vitest';
import type { LookUpWanted } from '#contracts/messages/look-up-wanted.ts';
import { plusMinutes } from '#domain/instant.ts';
import { askedFor, type LookUp, triedOnce, usedOnce } from '#domain/tickets/look-up.ts';
import type { LookUpCodes } from '#ports/look-up-codes.ts';
import type { LookUps } from '#ports/look-ups.ts';
import { keyOfPhone } from '#test/adapters/memory/phone-keys.ts';
import { MONDAY_AT_TEN } from '#test/unit/domain/new-ticket.ts';

/** Look-ups, and what the stream carries of them. */
export interface KeptLookUps {
  lookUps: LookUps;
  toBeTexted(): Promise<LookUpWanted[]>;
}

const NUMBER = 'LZ261123100016';
const LI = { number: NUMBER, phoneKey: keyOfPhone('+8610000000001') };
const WANG = { number: NUMBER, phoneKey: keyOfPhone('+8610000000002') };
const LATER = plusMinutes(MONDAY_AT_TEN, 5);

const asked = (of: typeof LI, at = MONDAY_AT_TEN, seen?: LookUp): LookUp => {
  const becomes = askedFor(seen, of, at, { day: '2026-11-23', most: 5 });
  if (typeof becomes === 'string') throw new Error(becomes);
  return becomes;
};

/** What every LookUps does; `make` gives empty ones. */
export const lookUpsSuite = (name: string, make: () => Promise<KeptLookUps>): void => {
  describe(`${name} keeps who asked to look a ticket up`, () => {
    it('by number and telephone, with the message that a code is to be texted, which names no telephone', async () => {
      const { lookUps, toBeTexted } = await make();
      expect(await lookUps.get(LI)).toBeUndefined();
      expect(await lookUps.ask(undefined, asked(LI), 'who asked')).toBe('written');
      expect(await lookUps.get(LI)).toStrictEqual(asked(LI));
      expect(await lookUps.get(WANG)).toBeUndefined();
      const [wanted, ...others] = await toBeTexted();
      expect(wanted).toStrictEqual({
        type: 'look-up-wanted',
        id: expect.any(String),
        of: LI,
        at: MONDAY_AT_TEN,
        correlationId: 'who asked',
      });
      expect(others).toEqual([]);
      expect(JSON.stringify(wanted)).not.toContain('10000000001');
    });

    it('each code with a message of its own', async () => {
      const { lookUps, toBeTexted } = await make();
      await lookUps.ask(undefined, asked(LI), 'one');
      await lookUps.ask(asked(LI), asked(LI, LATER, asked(LI)), 'two');
      await lookUps.ask(undefined, asked(WANG), 'three');
      const ids = (await toBeTexted()).map(({ id }) => id);
      expect([ids.length, new Set(ids).size]).toEqual([3, 3]);
    });

    it('and writes nothing over what has changed since, nor tells of it', async () => {
      const { lookUps, toBeTexted } = await make();
      await lookUps.ask(undefined, asked(LI), 'one');
      expect(await lookUps.ask(undefined, asked(LI), 'again')).toBe('conflict');
      const tried = triedOnce(asked(LI));
      expect(await lookUps.replace(asked(LI), tried)).toBe('written');
      expect(await lookUps.replace(asked(LI), tried)).toBe('conflict');
      expect(await lookUps.ask(asked(LI), asked(LI, LATER, asked(LI)), 'late')).toBe('conflict');
      expect(await lookUps.get(LI)).toStrictEqual(tried);
      expect(await toBeTexted()).toHaveLength(1);
    });

    it('of many tries at once one, and of many who ask at once one', async () => {
      const { lookUps, toBeTexted } = await make();
      const asks = await Promise.all(Array.from({ length: 9 }, () => lookUps.ask(undefined, asked(LI), 'one')));
      expect(asks.sort()).toEqual([...Array(8).fill('conflict'), 'written']);
      const tried = usedOnce(asked(LI), LATER);
      const tries = await Promise.all(Array.from({ length: 9 }, () => lookUps.replace(asked(LI), tried)));
      expect(tries.sort()).toEqual([...Array(8).fill('conflict'), 'written']);
      expect(await toBeTexted()).toHaveLength(1);
    });
  });
};

/** What codes of look-ups are for; `make` gives another instance of the same deployment each time. */
export const lookUpCodesSuite = (name: string, make: () => Promise<LookUpCodes>): void => {
  describe(`codes of look-ups: ${name}`, () => {
    it('are six digits, the same for the same look-up in every instance, and others for another moment', async () => {
      const [one, other] = [await make(), await make()];
      const moments = Array.from({ length: 40 }, (_, n) => plusMinutes(MONDAY_AT_TEN, n));
      const codes = await Promise.all(moments.map((askedAt) => one.of({ ...LI, askedAt })));
      for (const code of codes) expect(code).toMatch(/^\d{6}$/);
      expect(new Set(codes).size).toBeGreaterThan(38);
      expect(await Promise.all(moments.map((askedAt) => other.of({ ...LI, askedAt })))).toEqual(codes);
    });
  });
};
