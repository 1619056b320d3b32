import { describe, expect, it } from 'vitest';
import type { Answer } from '#domain/calls/state.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { hotlineWithWeakTable } from './weak-table.ts';

const CALL = 'call-of-danger';
const PHONE = telephone('+8613800000001');

/** A call whose table fails from a step on, and the messages that its caller left with the fallback; all is drained later. */
const parkedCall = async (way: readonly Answer[], { failsAt = way.length, said }: { failsAt?: number; said?: string }) => {
  const hotline = hotlineWithWeakTable();
  for (const [step, answer] of [{}, ...way].entries()) {
    if (step > failsAt) hotline.turn(true);
    if (!(await hotline.deliver({ what: 'step', call: CALL, phone: PHONE, step, answer }))) break;
  }
  hotline.turn(false);
  hotline.pass(30);
  const message = { provider: 'twilio', call: CALL, phone: PHONE, at: '2026-11-23T02:31:00.000Z', correlationId: 'x' };
  const bodies = [...hotline.parked, ...(said === undefined ? [] : [JSON.stringify({ ...message, answer: { speech: said } })])];
  for (const body of [...bodies, ...bodies.toReversed()]) await hotline.drain(body);
  const tickets = hotline.tickets.allTickets();
  expect(tickets).toHaveLength(1);
  return tickets[0] ?? expect.fail('there is no ticket');
};

const textsOf = ({ additions }: { additions: { text: string }[] }): string[] => additions.map(({ text }) => text);

describe('a call of danger whose later steps could not be served', () => {
  it('has the place in its ticket, and the wish not to be known', async () => {
    const way = [{ speech: '有人在打老婆，快来人' }, { speech: '齐都镇西关村三号楼二单元，别说是我报的' }];
    const ticket = await parkedCall(way, { failsAt: 1 });
    expect(ticket).toMatchObject({ urgent: true, reporter: { anonymous: true, confidential: true } });
    expect(textsOf(ticket)).toEqual(['齐都镇西关村三号楼二单元，别说是我报的']);
  });

  it('is a doubt when that took it back', async () => {
    const ticket = await parkedCall([{ speech: '着火了' }, { speech: '没着火' }], { failsAt: 1 });
    expect(ticket).toMatchObject({ urgent: false, danger: { outcome: 'doubt' } });
    expect(textsOf(ticket)).toEqual(['没着火']);
  });

  it.each([
    ['the place', 4, '村口超市旁边'],
    ['the wish', 5, '对，别让人知道是我'],
  ])('has %s after it was taken back', async (_, failsAt, last) => {
    const way = [
      { speech: '着火了' },
      { speech: '没着火' },
      { speech: '齐都镇西关村' },
      { speech: '村口超市旁边' },
      { speech: last },
    ];
    const ticket = await parkedCall(way.slice(0, failsAt), { failsAt: failsAt - 1 });
    expect(textsOf(ticket)).toEqual(['没着火', '村口超市旁边']);
    expect(ticket).toMatchObject({ area: 'qidu-xiguan', urgent: false });
    expect(ticket.reporter.anonymous).toBe(failsAt === 5);
  });
});

describe('words that the question did not ask for, and could not be asked about again', () => {
  it('stand in the ticket', async () => {
    const way = [{ speech: '着火了' }, { speech: '没着火' }, { speech: '村口超市旁边' }];
    expect(textsOf(await parkedCall(way, { failsAt: 2 }))).toEqual(['没着火', '村口超市旁边']);
    const unknown = await parkedCall([{ speech: '那个事我上次说过的' }], { failsAt: 0 });
    expect(unknown.matter).toBe('那个事我上次说过的');
  });
});

describe('words of a message that the fallback took', () => {
  it.each([
    ['before a matter was told', [{ digits: '1' }]],
    ['after a matter was told', [{ digits: '1' }, { speech: '水管爆了' }]],
    ['after its ticket was filed', [{ speech: '水管爆了' }, { speech: '齐都镇' }, { speech: '村口' }, { digits: '1' }]],
  ])('make it urgent %s', async (_, way) => {
    const ticket = await parkedCall(way, { said: '着火了快来人，有人困在二楼' });
    expect(ticket).toMatchObject({ urgent: true, danger: { outcome: 'danger' } });
    expect(JSON.stringify(ticket)).toContain('有人困在二楼');
  });

  it.each([
    ['a matter', [{ digits: '1' }, { speech: '水管爆了' }], '还有，电也停了'],
    ['a danger', [{ speech: '着火了' }], '齐都镇西关村三号楼'],
  ])('stand in the ticket beside %s', async (_, way, said) => {
    const ticket = await parkedCall(way, { said });
    expect(JSON.stringify([ticket.matter, textsOf(ticket)])).toContain(said);
  });

  it('leave the words of a matter alone where they take a danger back', async () => {
    const ticket = await parkedCall([{ speech: '着火了' }], { said: '没着火' });
    expect(ticket).toMatchObject({ urgent: false, danger: { outcome: 'doubt' } });
    expect(textsOf(ticket)).toEqual(['没着火']);
  });
});
