import { describe, expect, it } from 'vitest';
import type { Heard } from '#channels/heard.ts';
import type { ParkedCall } from '#contracts/messages/parked-call.ts';
import { plusMinutes } from '#domain/instant.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { NOW } from './phone-hotline.ts';
import { hotlineWithWeakTable, WAY } from './weak-table.ts';

describe('a hundred calls while the table fails', () => {
  it('all become tickets after the drain, each once, with the time of the call and all that was said', async () => {
    const hotline = hotlineWithWeakTable();
    for (let n = 0; n < 100; n += 1) {
      const [call, phone] = [`call-${n}`, telephone(`+86100000${String(n).padStart(5, '0')}`)];
      // The table goes away before some step of the call; of the first calls, before it begins.
      const until = n % WAY.length;
      hotline.turn(false);
      for (const [step, answer] of WAY.entries()) {
        if (step === until) hotline.turn(true);
        if (!(await hotline.deliver({ what: 'step', call, phone, step, answer }))) break;
      }
      if (n % 3 !== 0) await hotline.leaveMessage(call, phone);
      hotline.pass(1);
    }
    expect(hotline.tickets.allTickets()).toEqual([]);
    for (const body of hotline.parked.slice(0, 5)) await expect(hotline.drain(body)).rejects.toThrow(/does not answer/);

    hotline.turn(false);
    hotline.pass(120);
    // Queues deliver in any order, and some twice.
    const bodies = [...hotline.parked, ...hotline.parked].sort((one, other) =>
      one.slice(20) + one.length < other.slice(20) + other.length ? 1 : -1,
    );
    for (const body of bodies) await hotline.drain(body);

    const tickets = hotline.tickets.allTickets();
    expect(tickets).toHaveLength(100);
    for (const [n, call] of Array.from({ length: 100 }, (_, at) => [at, `call-${at}`] as const)) {
      const number = await hotline.tickets.numberOf({ scope: 'call:twilio', key: call });
      const ticket = tickets.find((one) => one.number === number);
      expect(ticket?.openedAt).toBe(plusMinutes(NOW, n));
      const told = JSON.stringify([ticket?.matter, ticket?.additions]);
      expect([n, told.includes('水管爆了')]).toEqual([n, n % WAY.length >= 2]);
      expect(ticket?.recording).toBe(n % 3 === 0 ? undefined : `recordings/twilio/${call}/RE1`);
      expect(ticket?.sorting?.unsure).toContain('matter');
    }
    expect(hotline.calls.endings()).toHaveLength(100);
    expect(hotline.recordings).toHaveLength(66);
  });

  it('nobody is rung back for a call that has become a ticket, whether it was first seen to be silent or first drained', async () => {
    const hotline = hotlineWithWeakTable();
    const phone = telephone('+8610000000063');
    const callAndBeParked = async (call: string): Promise<void> => {
      hotline.turn(false);
      for (const [step, answer] of WAY.slice(0, 3).entries()) {
        if (step === 2) hotline.turn(true);
        await hotline.deliver({ what: 'step', call, phone, step, answer });
      }
      hotline.pass(11);
      hotline.turn(false);
    };
    const drainAll = async (): Promise<void> => {
      for (const body of [...hotline.parked, ...hotline.parked]) await hotline.drain(body);
    };
    await callAndBeParked('first');
    expect(await hotline.sweep()).toBe(1);
    expect(hotline.calls.callBacks()).toMatchObject([{ phone, calls: [{ call: 'twilio:first' }] }]);
    await drainAll();
    expect(hotline.tickets.allTickets()).toHaveLength(1);
    expect(hotline.calls.callBacks()).toMatchObject([{ outcome: 'settled', doneAt: expect.any(String) }]);

    await callAndBeParked('second');
    await drainAll();
    expect(await hotline.sweep()).toBe(0);
    expect(hotline.calls.wanted()).toHaveLength(1);
    expect(hotline.tickets.allTickets()).toHaveLength(2);
  });

  it('a call-back stays while another call of its caller has come to nothing', async () => {
    const hotline = hotlineWithWeakTable();
    const phone = telephone('+8610000000064');
    await hotline.deliver({ what: 'step', call: 'hung-up', phone, step: 0, answer: {} });
    await hotline.deliver({ what: 'step', call: 'parked', phone, step: 0, answer: {} });
    hotline.turn(true);
    await hotline.deliver({ what: 'step', call: 'parked', phone, step: 1, answer: { speech: '齐都镇水管爆了' } });
    hotline.turn(false);
    hotline.pass(11);
    expect(await hotline.sweep()).toBe(2);
    for (const body of hotline.parked) await hotline.drain(body);
    const [callBack] = hotline.calls.callBacks();
    expect(callBack?.doneAt).toBeUndefined();
    expect(callBack?.calls.map(({ call }) => call)).toEqual(['twilio:hung-up']);
  });

  it('a caller who hangs up while they are asked to wait has a ticket, and one who was served meanwhile has no second one', async () => {
    const hotline = hotlineWithWeakTable();
    const [gone, stayed] = [telephone('+8610000000065'), telephone('+8610000000066')];
    hotline.turn(true);
    await hotline.holdAndHangUp({ what: 'step', call: 'gone', phone: gone, step: 0, answer: {} });
    hotline.turn(false);
    for (const [step, answer] of WAY.entries()) {
      hotline.turn(true);
      await hotline.holdAndHangUp({ what: 'step', call: 'stayed', phone: stayed, step, answer });
      hotline.turn(false);
      await hotline.deliver({ what: 'step', call: 'stayed', phone: stayed, step, answer });
    }
    for (const body of hotline.parked.slice(0, 1)) await expect(hotline.drain(body)).rejects.toThrow('still be on the line');
    hotline.pass(3);
    for (const body of hotline.parked) await hotline.drain(body);
    expect(hotline.tickets.allTickets().map(({ matter }) => matter)).toEqual([
      '楼下水管爆了',
      '（系统故障时来电，请听录音或回电）',
    ]);
  });

  it('what was said is in the ticket though the call itself is forgotten by then', async () => {
    const hotline = hotlineWithWeakTable();
    const answer = { speech: '齐都镇着火了' };
    const parked = {
      provider: 'twilio',
      call: 'old',
      at: NOW,
      phone: telephone('+8610000000067'),
      step: 2,
      answer,
      correlationId: 'x',
    };
    await hotline.drain(JSON.stringify(parked));
    expect(hotline.tickets.allTickets()).toMatchObject([{ matter: '齐都镇着火了', urgent: true, area: 'qidu' }]);
  });

  it('a call that went on after all is left to itself', async () => {
    const hotline = hotlineWithWeakTable();
    const phone = telephone('+8610000000061');
    const step = (n: number): Heard => ({ what: 'step', call: 'one', phone, step: n, answer: WAY[n] ?? {} });
    await hotline.deliver(step(0));
    await hotline.deliver(step(1));
    const parked: ParkedCall = {
      provider: 'twilio',
      call: 'one',
      at: NOW,
      phone,
      step: 1,
      answer: { digits: '1' },
      correlationId: 'x',
    };
    expect(await hotline.drain(JSON.stringify(parked))).toBe('went-on');
    expect(hotline.tickets.allTickets()).toEqual([]);
  });

  it('a danger that could not be served is urgent when it is', async () => {
    const hotline = hotlineWithWeakTable();
    const phone = telephone('+8610000000062');
    await hotline.deliver({ what: 'step', call: 'one', phone, step: 0, answer: {} });
    hotline.turn(true);
    await hotline.deliver({ what: 'step', call: 'one', phone, step: 1, answer: { speech: '辛店街道着火了' } });
    hotline.turn(false);
    hotline.pass(3);
    for (const body of hotline.parked) await hotline.drain(body);
    expect(hotline.tickets.allTickets()).toMatchObject([{ urgent: true, area: 'xindian', matter: '辛店街道着火了' }]);
  });
});
