import { describe, expect, it } from 'vitest';
import { phoneHotline } from './phone-hotline.ts';

const CALL = 'CA00000001';
const GAS = [{}, { speech: '好像有煤气味' }];

/** A call that is told to have ended before so many of its answers are heard; gives its ticket. */
const ticketOf = async (answers: readonly object[], endsBefore: number) => {
  const hotline = phoneHotline();
  for (const [step, answer] of answers.entries()) {
    if (step === endsBefore) await hotline.tell({ what: 'ended', call: CALL });
    await hotline.tell({ what: 'step', call: CALL, step, answer });
  }
  await hotline.tell({ what: 'ended', call: CALL });
  return hotline.tickets.allTickets()[0] ?? expect.fail('there is no ticket');
};

describe('a danger that is confirmed in the moment in which the call ends', () => {
  it.each([{ digits: '1' }, { speech: '是的' }, { speech: '是的，有人晕倒了快来救人' }])('is urgent: %o', async (yes) => {
    const inOrder = await ticketOf([...GAS, yes], 99);
    const atTheEnd = await ticketOf([...GAS, yes], 2);
    expect(atTheEnd).toMatchObject({ urgent: true, danger: { outcome: 'danger' } });
    expect(atTheEnd.schedule).toEqual(inOrder.schedule);
    expect(atTheEnd.duty?.nextAt).toBeDefined();
  });

  it('stays a doubt where the answer is no', async () => {
    expect(await ticketOf([...GAS, { digits: '2' }], 2)).toMatchObject({ urgent: false, danger: { outcome: 'doubt' } });
  });
});
