import { describe, expect, it } from 'vitest';
import { plusMinutes } from '#domain/instant.ts';
import { memoryFigures } from '#test/adapters/memory/figures-store.ts';
import { MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { expectRight, run, shown } from './counted-runs.ts';
import { sourceAt, type Written } from './random-lives.ts';

const TWO_DAYS = 2 * 24 * 60;

/** The figures, what is written, and runs at the true time whose own clock may be wrong by some minutes. */
const counting = () => {
  const figures = memoryFigures();
  const written: Written[] = [];
  const openAt = (minutes: number): void =>
    void written.push(...shown(opening({}, { random: minutes, at: plusMinutes(MONDAY_AT_TEN, minutes) })));
  const runAt = (minutes: number, wrongBy = 0): Promise<number> => {
    const time = plusMinutes(MONDAY_AT_TEN, minutes);
    return run({ source: sourceAt(written, () => time), figures, at: plusMinutes(time, wrongBy) });
  };
  return { figures, written, openAt, runAt };
};

describe('a clock that is two days ahead', () => {
  it('in one run leaves nothing uncounted, and the next run rings', async () => {
    const { figures, written, openAt, runAt } = counting();
    openAt(0);
    await runAt(1);
    openAt(1);
    await runAt(2, TWO_DAYS);
    openAt(3);
    await expect(runAt(4)).rejects.toThrow(/future/);
    expectRight(figures, written);
    openAt(5);
    openAt(90);
    expect(await runAt(91)).toBe(2);
    expectRight(figures, written);
    expect(await figures.progress()).toMatchObject({ asOf: plusMinutes(MONDAY_AT_TEN, 91) });
  });

  it('in the very first run too', async () => {
    const { figures, written, openAt, runAt } = counting();
    await runAt(0, TWO_DAYS);
    openAt(1);
    await expect(runAt(2)).rejects.toThrow(/future/);
    await runAt(3);
    expectRight(figures, written);
  });

  it('rings again as long as hours fail that were to be counted anew', async () => {
    const { figures, openAt, runAt } = counting();
    await runAt(0, TWO_DAYS);
    openAt(1);
    figures.replace = async () => {
      throw new Error('away');
    };
    await expect(runAt(2)).rejects.toThrow(/future/);
    await expect(runAt(3)).rejects.toThrow(/future/);
  });
});

it('clocks that differ by less than five minutes ring for nothing, and lose nothing', async () => {
  const { figures, written, openAt, runAt } = counting();
  for (let minute = 0; minute < 30; minute += 1) {
    openAt(minute);
    await runAt(minute + 1, minute % 2 === 0 ? 4 : 0);
  }
  await runAt(60);
  expectRight(figures, written);
});
