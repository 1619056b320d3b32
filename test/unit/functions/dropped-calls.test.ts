import { describe, expect, it } from 'vitest';
import { PROVIDERS } from '#simulator/telephone/telephone.ts';
import { hotlineInProcess } from '#test/unit/simulator/hotline-in-process.ts';

/** A Monday in Linzi at half past two in the morning: nobody sits at the desk. */
const NIGHT = '2026-11-22T18:30:00.000Z';
const TOLD = [{ keys: '1' }, { speech: '齐都镇西关村路灯不亮' }, { speech: '村口' }, { speech: '算了不报了' }];

const called = async (
  provider: (typeof PROVIDERS)[number],
  last: { speech: string } | { hangUp: true },
  from = '+8610000000782',
) => {
  const hotline = hotlineInProcess({ at: NIGHT });
  const { id } = await hotline.telephone(provider)({ from, answers: [...TOLD, last] });
  const call = await hotline.calls.get(`${provider}:${id}`);
  return { tickets: hotline.tickets.allTickets(), endings: hotline.calls.endings(), callBacks: hotline.calls.callBacks(), call };
};

describe.each(PROVIDERS)('a matter that its caller drops (%s)', (provider) => {
  it.each(['+8610000000782', ''])('has neither a ticket nor a call-back, and stays in the call: from "%s"', async (from) => {
    const { tickets, endings, callBacks, call } = await called(provider, { speech: '是的' }, from);
    expect([tickets, callBacks]).toEqual([[], []]);
    expect(endings).toMatchObject([{ connected: false }]);
    expect(call?.turns.map(({ answer }) => answer.speech)).toContain('齐都镇西关村路灯不亮');
  });

  it('is not dropped by hanging up: somebody rings back', async () => {
    const { tickets, callBacks } = await called(provider, { hangUp: true });
    expect(tickets).toEqual([]);
    expect(callBacks).toMatchObject([{ calls: [{ reason: 'hung-up', matter: '齐都镇西关村路灯不亮' }] }]);
  });
});
