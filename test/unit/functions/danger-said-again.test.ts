import { describe, expect, it } from 'vitest';
import { PROVIDERS } from '#simulator/telephone/telephone.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { hotlineInProcess } from '#test/unit/simulator/hotline-in-process.ts';
import { phoneHotline } from './phone-hotline.ts';

/** A Monday in Linzi at half past two in the morning: nobody sits at the desk. */
const NIGHT = '2026-11-22T18:30:00.000Z';
/** A story that leaves no room in the matter. */
const LONG = `着火了${'，很长的故事'.repeat(1666)}`;

describe.each(PROVIDERS)('a danger that is said again after it was taken back (%s)', (provider) => {
  it.each([
    ['in the same words', ['着火了', '没着火', '着火了']],
    ['as a cry', ['救命', '没有人有危险', '救命']],
    ['in words that were a part of the first', ['我家着火了快来', '没有没有没着火', '着火了']],
    ['with a yes to what is asked', ['着火了', '没着火', '好像有煤气味', '有']],
    ['twice', ['着火了', '没着火', '着火了', '没着火', '着火了']],
  ])('is urgent: %s', async (_, said) => {
    const hotline = hotlineInProcess({ at: NIGHT });
    await hotline.telephone(provider)({
      from: '+8610000000781',
      answers: [...said.map((speech) => ({ speech })), { hangUp: true as const }],
    });
    expect(hotline.tickets.allTickets()).toMatchObject([{ urgent: true, danger: { outcome: 'danger' } }]);
    // All that was said after the ticket was opened stands in it, in its order.
    const [ticket] = hotline.tickets.allTickets();
    expect(ticket?.additions.map(({ text }) => text)).toEqual(said.slice(1));
  });
});

describe('a danger that is said again', () => {
  const called = async (...said: string[]) => {
    const hotline = phoneHotline();
    const step = (step: number, answer: object) =>
      hotline.tell({ what: 'step', call: 'call-again', phone: telephone('+8610000000781'), step, answer });
    await step(0, {});
    for (const [n, speech] of said.entries()) {
      await step(n + 1, { speech });
      hotline.pass(1);
    }
    const ticket = async () => hotline.tickets.allTickets()[0] ?? expect.fail('there is no ticket');
    return { ...hotline, step, ticket };
  };

  it.each([['着火了'], ['我家二楼真的着火了快来人救命啊']])(
    'is urgent though the matter has no room for it: %s',
    async (again) => {
      const { ticket } = await called(LONG, '没着火', again);
      expect(await ticket()).toMatchObject({ urgent: true, danger: { outcome: 'danger' } });
    },
  );

  it('is told once, however often the line asks', async () => {
    const { step, ticket } = await called('着火了', '没着火', '着火了', '西关村三号楼');
    const before = await ticket();
    expect(before.additions.map(({ text }) => text)).toEqual(['没着火', '着火了', '西关村三号楼']);
    for (const [n, speech] of ['着火了', '没着火', '着火了', '西关村三号楼'].entries()) await step(n + 1, { speech });
    expect(await ticket()).toEqual(before);
  });

  it('stays what the desk has made of it since', async () => {
    const { needs, step, ticket } = await called('着火了', '没着火', '着火了');
    const { number } = await ticket();
    const seen = (await needs.store.get(number)) ?? expect.fail('no ticket');
    const { changeTicket } = await import('#domain/tickets/change-ticket.ts');
    const change = changeTicket(seen, { action: 'correct', danger: 'none', reason: '误报' }, needs.district, {
      at: needs.now(),
      actor: { role: 'agent', id: 'a' },
      correlationId: 'c',
    });
    if (change !== 'already-done') await needs.store.commit(change);
    await step(3, { speech: '着火了' });
    await step(4, { speech: '西关村三号楼' });
    expect(await ticket()).toMatchObject({ urgent: false, additions: [{}, {}, { text: '西关村三号楼' }] });
  });

  it('is told in full by the next step when a step could not be written', async () => {
    const hotline = phoneHotline();
    let isAway = false;
    const commit: typeof hotline.tickets.commit = async (change) => {
      if (isAway) throw new Error('the table does not answer');
      return hotline.tickets.commit(change);
    };
    const weak = phoneHotline({ store: { ...hotline.tickets, commit } });
    const step = (step: number, answer: object) =>
      weak.tell({ what: 'step', call: 'call-again', phone: telephone('+8610000000781'), step, answer });
    await step(0, {});
    await step(1, { speech: '着火了' });
    isAway = true;
    await expect(step(2, { speech: '没着火' })).rejects.toThrow();
    await expect(step(3, { speech: '着火了' })).rejects.toThrow();
    isAway = false;
    await step(4, { speech: '西关村三号楼' });
    const [ticket] = hotline.tickets.allTickets();
    expect(ticket).toMatchObject({ urgent: true, danger: { outcome: 'danger' } });
    expect(ticket?.additions.map(({ text }) => text)).toEqual(['没着火', '着火了', '西关村三号楼']);
  });
});
