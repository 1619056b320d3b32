import { describe, expect, it } from 'vitest';
import { besidesKind } from '#test/unit/domain/besides-kind.ts';
import { keys, phoneLine, says } from './telephone-line.ts';

/** What is said for longer than a ticket takes, with a sign of two units of UTF-16 where it is cut. */
const long = (most: number): string => `${'三'.repeat(most - 1)}𠮷楼`;
const kept = (most: number): string => `${'三'.repeat(most - 1)}𠮷`;

describe('what is said for too long', () => {
  it.each(['place', 'place after a family'])('is cut by whole signs, and no turn is parked: %s', async (which) => {
    const [said, cut] = which === 'place' ? [long(200), kept(200)] : [`${'三'.repeat(199)}👨‍👩‍👧楼`, '三'.repeat(199)];
    const { play, tickets, parked } = phoneLine();
    await play([keys('1'), says('闻韶街道水管爆了'), says(said), keys('1')]);
    expect(parked).toEqual([]);
    expect(tickets.allTickets()).toMatchObject([{ place: cut }]);
  });

  it('is cut so in a matter, too', async () => {
    const { play, tickets, parked } = phoneLine();
    await play([keys('1'), says(`闻韶街道水管爆了${'啊'.repeat(9991)}𠮷楼`), keys('2'), keys('1')]);
    expect(parked).toEqual([]);
    const [ticket] = tickets.allTickets();
    expect([...(ticket?.matter ?? '')]).toHaveLength(10_000);
    expect(ticket?.matter.endsWith('啊𠮷')).toBe(true);
    expect(besidesKind(ticket?.sorting)).toEqual([]);
  });

  it('is no answer, where nothing of it can be seen', async () => {
    const { play, tickets } = phoneLine();
    const told = await play([keys('1'), says('\u200b\u0000 \u2060')]);
    expect(told.at(-1)?.said).toContain('没有听到');
    expect(tickets.allTickets()).toEqual([]);
  });
});
