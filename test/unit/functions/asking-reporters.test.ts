import { describe, expect, it } from 'vitest';
import { messageOf } from '#contracts/messages/ticket-event-message.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Actor } from '#domain/tickets/circumstances.ts';
import type { Command } from '#domain/tickets/commands.ts';
import * as ringReporters from '#functions/ring-reporters/handler.ts';
import * as textReporters from '#functions/text-reporters/handler.ts';
import { memoryDayCounts } from '#test/adapters/memory/day-counts.ts';
import { memoryLookUpCodes, memoryLookUps } from '#test/adapters/memory/look-ups.ts';
import { memorySentMarks } from '#test/adapters/memory/sent-marks.ts';
import { memoryTelephony } from '#test/adapters/memory/telephony.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { linzi, phoneHotline } from './phone-hotline.ts';

const PHONE = telephone('+8610000000091');

/** A hotline that takes calls, and whose reporters are rung and texted. */
const hotlineThatRings = () => {
  const hotline = phoneHotline();
  const telephony = memoryTelephony();
  const needs = {
    ...hotline.needs,
    store: hotline.tickets,
    dueIndex: hotline.tickets,
    dayCounts: memoryDayCounts(),
    newId: () => 'run',
    log: () => undefined,
  };
  const ring = () => ringReporters.createHandler({ ...needs, publicUrl: 'https://hotline.example/', telephony })();
  const text = textReporters.createHandler({
    ...needs,
    lookUps: memoryLookUps(),
    lookUpCodes: memoryLookUpCodes,
    sent: memorySentMarks(),
    telephony,
  });
  const change = async (number: string, actor: Actor, command: Command) => {
    const ticket = await hotline.tickets.get(number);
    if (!ticket) throw new Error('no ticket');
    const changed = changeTicket(ticket, command, linzi, { at: hotline.needs.now(), actor, correlationId: 'c' });
    if (changed !== 'already-done') await hotline.tickets.commit(changed);
  };
  /** A call's matter, resolved; gives its number. */
  const resolved = async () => {
    const answers = [{}, { digits: '1' }, { speech: '齐都镇水管爆了' }, { digits: '2' }, { digits: '1' }];
    for (const [step, answer] of answers.entries()) await hotline.tell({ what: 'step', call: 'CA1', step, answer, phone: PHONE });
    const number = (await hotline.tickets.numberOf({ scope: 'call:twilio', key: 'CA1' })) ?? '';
    const water = { role: 'department', id: 'w', department: 'water' } as const;
    await change(number, { role: 'system' }, { action: 'dispatch', department: 'water', rule: 'water' });
    await change(number, water, { action: 'accept' });
    await change(number, water, { action: 'resolve', outcome: '已修好' });
    return number;
  };
  return { ...hotline, telephony, ring, text, resolved };
};

describe('a reporter whose matter is resolved', () => {
  it('is rung once, at an address of ours that says which ticket it is about', async () => {
    const hotline = hotlineThatRings();
    const number = await hotline.resolved();
    expect(await hotline.ring()).toBe(1);
    expect(await hotline.ring()).toBe(0);
    expect(hotline.telephony.rung).toEqual([
      {
        to: PHONE,
        answerUrl: `https://hotline.example/voice/twilio?rates=${number}`,
        statusUrl: `https://hotline.example/voice/twilio?ended=yes&rates=${number}`,
      },
    ]);
  });

  it('whose telephone a machine answers has rated nothing, and is rung again', async () => {
    const hotline = hotlineThatRings();
    const number = await hotline.resolved();
    await hotline.ring();
    const first = { what: 'step', call: 'out', step: 0, answer: { machine: 'yes' }, phone: PHONE, rates: number } as const;
    expect(await hotline.tell(first)).toMatchObject({ step: { question: 'over', act: { do: 'hang-up' } } });
    await hotline.tell({ what: 'ended', call: 'out', rates: number });
    expect(await hotline.tickets.get(number)).toMatchObject({
      state: 'resolved',
      reporterCalls: { tries: [expect.any(String)] },
    });
    hotline.pass(240);
    expect(await hotline.ring()).toBe(1);
  });

  it('is not rung at night', async () => {
    const hotline = hotlineThatRings();
    await hotline.resolved();
    hotline.pass(11 * 60);
    expect(await hotline.ring()).toBe(0);
    expect(hotline.tickets.allEvents().some(({ type }) => type === 'reporter-rung')).toBe(false);
  });

  it('has what was said added to the ticket when they hang up before the stars', async () => {
    const hotline = hotlineThatRings();
    const number = await hotline.resolved();
    await hotline.ring();
    const answers = [{}, { speech: '没解决 来了一趟又走了' }];
    for (const [step, answer] of answers.entries()) {
      await hotline.tell({ what: 'step', call: 'out', step, answer, phone: PHONE, ...(step === 0 && { rates: number }) });
    }
    for (let times = 0; times < 2; times += 1) await hotline.tell({ what: 'ended', call: 'out', rates: number });
    const ticket = await hotline.tickets.get(number);
    expect(ticket).toMatchObject({ state: 'resolved', additions: [{ text: expect.stringContaining('来了一趟又走了') }] });
    expect(ticket?.rating).toBeUndefined();
  });

  it('rates it in that call, which is nobody’s inbound call', async () => {
    const hotline = hotlineThatRings();
    const number = await hotline.resolved();
    await hotline.ring();
    const before = hotline.calls.endings().length;
    for (const [step, answer] of [{}, { digits: '1' }, { digits: '5' }].entries()) {
      await hotline.tell({ what: 'step', call: 'out', step, answer, phone: PHONE, ...(step === 0 && { rates: number }) });
    }
    await hotline.tell({ what: 'ended', call: 'out', rates: number });
    expect(await hotline.tickets.get(number)).toMatchObject({ state: 'closed', rating: { solved: true, stars: 5 } });
    expect(hotline.calls.endings()).toHaveLength(before);
    hotline.pass(300);
    expect(await hotline.ring()).toBe(0);
  });

  it('is left after three tries in vain, which the ticket says, and is told how to rate', async () => {
    const hotline = hotlineThatRings();
    const number = await hotline.resolved();
    let rung = 0;
    for (let hours = 0; hours < 72; hours += 1) {
      rung += await hotline.ring();
      hotline.pass(60);
    }
    expect(rung).toBe(3);
    expect(hotline.telephony.rung).toHaveLength(3);
    const ticket = await hotline.tickets.get(number);
    expect(ticket).toMatchObject({ state: 'resolved', reporterCalls: { unreached: true } });
    expect(ticket?.reporterCalls?.tries).toHaveLength(3);
    const last = hotline.tickets.allEvents().at(-1);
    expect(last?.type).toBe('reporter-unreached');
    if (last) expect(await hotline.text(messageOf(last))).toBe('sent');
    expect(hotline.telephony.texts.at(-1)?.words).toMatch(/按3评价/);
  });
});
