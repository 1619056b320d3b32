import { describe, expect, it } from 'vitest';
import { scheduleOf } from '#domain/district/limits.ts';
import { PROVIDERS } from '#simulator/telephone/telephone.ts';
import { hotlineInProcess, linzi } from '#test/unit/simulator/hotline-in-process.ts';

/** A Monday in Linzi at half past two in the morning: nobody sits at the desk. */
const NIGHT = '2026-11-22T18:30:00.000Z';
const FALSE = [{ speech: '火锅店着火了' }, { speech: '不是不是没着火我说的是火锅店' }];

const called = async (
  provider: (typeof PROVIDERS)[number],
  answers: ({ speech: string } | { keys: string } | { hangUp: true })[],
) => {
  const hotline = hotlineInProcess({ at: NIGHT });
  await hotline.telephone(provider)({ from: '+8610000000781', answers });
  const tickets = hotline.tickets.allTickets();
  expect(tickets).toHaveLength(1);
  const [ticket] = tickets;
  if (!ticket) throw new Error('there is no ticket');
  return { ticket, calls: hotline.calls };
};

describe.each(PROVIDERS)('a danger whose caller wishes not to be known (%s)', (provider) => {
  it('is sealed, though its ticket was opened before', async () => {
    const { ticket } = await called(provider, [{ speech: '齐都镇西关村有人在打老婆' }, { speech: '三号楼，别说是我报的' }]);
    expect(ticket).toMatchObject({ urgent: true, danger: { outcome: 'danger' }, reporter: { confidential: true } });
    expect(ticket.additions.map(({ text }) => text)).toEqual(['三号楼，别说是我报的']);
    // They were asked where it is.
    expect(ticket.place).toBe('三号楼，别说是我报的');
  });
});

describe.each(PROVIDERS)('a danger that its caller takes back (%s)', (provider) => {
  it('leaves a ticket of doubt with the limits of its category, and the place that was asked', async () => {
    const { ticket } = await called(provider, [
      ...FALSE,
      { speech: '齐都镇西关村' },
      { speech: '村口' },
      { speech: '对，能匿名吗' },
    ]);
    expect(ticket).toMatchObject({ urgent: false, danger: { outcome: 'doubt', words: ['着火'] }, area: 'qidu-xiguan' });
    expect(ticket.schedule).toEqual(scheduleOf(linzi, ticket));
    expect(ticket.schedule).toEqual(scheduleOf(linzi, { ...ticket, urgent: false }));
    expect(ticket.additions.map(({ text }) => text)).toEqual(['不是不是没着火我说的是火锅店', '村口']);
    expect(ticket.reporter).toMatchObject({ anonymous: true });
  });

  it('is one again when they speak of danger again', async () => {
    const { ticket } = await called(provider, [...FALSE, { speech: '齐都镇西关村真的着火了快来人' }, { speech: '村口' }]);
    expect(ticket).toMatchObject({ urgent: true, danger: { outcome: 'danger' } });
    expect(ticket.additions.map(({ text }) => text)).toContain('村口');
  });

  it('leaves it so when the caller hangs up then: it is in doubt, and nobody need ring back', async () => {
    const { ticket, calls } = await called(provider, [...FALSE, { hangUp: true }]);
    expect(ticket).toMatchObject({ urgent: false, danger: { outcome: 'doubt' } });
    expect(ticket.additions.map(({ text }) => text)).toEqual(['不是不是没着火我说的是火锅店']);
    expect(calls.callBacks()).toEqual([]);
  });
});
