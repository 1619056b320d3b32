import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '#domain/calls/state.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { phoneHotline } from './phone-hotline.ts';

const PHONE = telephone('+8610000000051');
const LAMPS = '齐都镇西关村路灯不亮';

type Hotline = ReturnType<typeof phoneHotline>;

const ring = async (hotline: Hotline, call: string, answers: readonly Answer[], phone = PHONE): Promise<void> => {
  for (const [step, answer] of [{}, ...answers].entries()) await hotline.tell({ what: 'step', call, step, answer, phone });
  await hotline.tell({ what: 'ended', call, phone });
};
const report = (matter: string, place = '村口'): Answer[] => [
  { digits: '1' },
  { speech: matter },
  { speech: place },
  { digits: '1' },
];
/** Hangs up once the matter was told, or before. */
const lost = (matter?: string): Answer[] => (matter === undefined ? [] : [{ digits: '1' }, { speech: matter }]);

describe('a caller who was lost, rings again and files', () => {
  it.each([
    ['the same matter', LAMPS, 0],
    ['the same matter, the next day', LAMPS, 24 * 60],
    ['of which nothing was told', undefined, 90],
    ['of which no category was known', '齐都镇那个事你们管不管', 90],
  ])('is not rung back for %s', async (_, matter, minutes) => {
    const hotline = phoneHotline();
    await ring(hotline, 'first', lost(matter));
    expect(hotline.calls.callBacks()).toMatchObject([{ calls: [{ call: 'twilio:first' }] }]);
    hotline.pass(minutes);
    await ring(hotline, 'again', report(LAMPS));
    expect(hotline.calls.callBacks()).toMatchObject([{ outcome: 'settled', doneAt: hotline.needs.now() }]);
    expect(hotline.calls.endings()).toMatchObject([{ connected: false }, { connected: true }]);
    expect(hotline.calls.wanted()).toHaveLength(1);
    expect(hotline.tickets.allTickets()).toHaveLength(1);
  });

  it.each([
    ['another matter', '齐都镇西关村水管爆了', 10, PHONE],
    ['of which nothing was told, long ago', undefined, 180, PHONE],
    ['of somebody else', LAMPS, 10, telephone('+8610000000052')],
  ])('is still rung back for %s', async (_, matter, minutes, phone) => {
    const hotline = phoneHotline();
    await ring(hotline, 'first', lost(matter), phone);
    hotline.pass(minutes);
    await ring(hotline, 'again', report(LAMPS));
    const [callBack] = hotline.calls.callBacks();
    expect(callBack).toMatchObject({ phone, calls: [{ call: 'twilio:first' }] });
    expect(callBack).not.toHaveProperty('doneAt');
  });

  it('keeps in the ticket what was said before and not again, once', async () => {
    const hotline = phoneHotline();
    await ring(hotline, 'first', lost(`${LAMPS}，已经三天了，老人摔倒过`));
    await ring(hotline, 'again', [...report(LAMPS), { digits: '9' }, { digits: '9' }]);
    const [ticket] = hotline.tickets.allTickets();
    expect(ticket?.additions.map(({ text }) => text)).toEqual([`${LAMPS}，已经三天了，老人摔倒过`]);
    const other = phoneHotline();
    await ring(other, 'first', lost(LAMPS));
    await ring(other, 'again', report(`${LAMPS}，已经三天了`));
    expect(other.tickets.allTickets()[0]?.additions).toEqual([]);
  });

  it('leaves nothing that was said outside of tickets and open call-backs, whatever was lost before', async () => {
    const said = fc.constantFrom(undefined, LAMPS, '齐都镇西关村水管爆了', '齐都镇那个事你们管不管', '齐都镇垃圾没人清');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(said, fc.nat(200)), { maxLength: 5 }), said, async (before, matter = LAMPS) => {
        const hotline = phoneHotline();
        for (const [n, [one, minutes]] of before.entries()) {
          await ring(hotline, `lost-${n}`, lost(one));
          hotline.pass(minutes);
        }
        await ring(hotline, 'again', report(matter));
        const open = hotline.calls.callBacks().filter(({ doneAt }) => doneAt === undefined);
        const kept = JSON.stringify([hotline.tickets.allTickets(), open]);
        for (const [one = ''] of before) expect(kept).toContain(one);
      }),
      { numRuns: 60 },
    );
  });
});
