import { describe, expect, it } from 'vitest';
import { openTicketContract } from '#contracts/http/open-ticket.ts';
import { openTicketForCallerContract } from '#contracts/http/open-ticket-for-caller.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { keyOfPhone } from '#test/adapters/memory/phone-keys.ts';
import { httpEvent, people } from './http-event.ts';
import { REPORT } from './reported-leak.ts';
import { seededHotline } from './seeded-hotline.ts';
import { keys, linzi, NOW, newCallSid, PUBLIC_URL, phoneLine } from './telephone-line.ts';

const DOOR = `${PUBLIC_URL}/voice/twilio`;

/** A call that tells of its matter, and is lost. */
const lose = async ({ play, send }: ReturnType<typeof phoneLine>, from: string): Promise<void> => {
  const callSid = newCallSid();
  await play([keys('1')], { from, callSid });
  await send(`${DOOR}?ended=yes`, callSid, { CallStatus: 'completed' }, from);
};

const callBacksOf = ({ calls }: ReturnType<typeof phoneLine>) => calls.wanted();

describe('a caller without a telephone', () => {
  it.each([
    '+7378742883',
    '+464',
    '+266696687',
    'Restricted',
    'sip:1001@pbx-a.example.com',
    '+867123456',
    '+19005550123',
    '+2522345678',
  ])('%s is promised no text and no call, and the matter is kept', async (from) => {
    const line = phoneLine({ sendsTexts: true });
    const told = await line.play(REPORT, { from });
    expect(told.map(({ said }) => said).join(' ')).not.toContain('短信');
    expect(line.tickets.allTickets()).toHaveLength(1);
    await lose(line, from);
    expect(callBacksOf(line)).toEqual([]);
  });

  it('leaves no number, and one with a mobile number is promised a text and a call', async () => {
    const line = phoneLine({ sendsTexts: true });
    await line.play(REPORT, { from: 'sip:1001@pbx-a.example.com' });
    expect(await line.tickets.contact(line.tickets.allTickets()[0]?.number ?? '')).toBeUndefined();
    const told = await line.play(REPORT, { from: '13800000000' });
    expect(told.map(({ said }) => said).join(' ')).toContain('短信');
    await lose(line, '13800000000');
    expect(callBacksOf(line)).toHaveLength(1);
  });
});

describe('one caller', () => {
  it('is lost in several spellings, and has one call-back', async () => {
    const line = phoneLine();
    for (const from of ['+8613800000000', '13800000000', '008613800000000', 'sip:+8613800000000@carrier.example'])
      await lose(line, from);
    expect(callBacksOf(line)).toHaveLength(1);
    const callBack = await line.calls.backs.ofCaller(keyOfPhone('+8613800000000'));
    expect([callBack?.phone, callBack?.calls.length]).toEqual(['+8613800000000', 4]);
  });

  const resolved = async (from: string) => {
    const line = phoneLine();
    await line.play(REPORT, { from });
    const number = line.tickets.allTickets()[0]?.number ?? '';
    const water = { role: 'department' as const, id: 'w', department: 'water' };
    for (const [actor, command] of [
      [{ role: 'system' }, { action: 'dispatch', department: 'water', rule: 'x' }],
      [water, { action: 'accept' }],
      [water, { action: 'resolve', outcome: '已修好' }],
    ] as const) {
      const now = (await line.tickets.get(number)) as Ticket;
      const changed = changeTicket(now, command, linzi, { at: NOW, correlationId: 'c', actor });
      if (changed !== 'already-done') await line.tickets.commit(changed);
    }
    return { line, number };
  };

  it.each([
    ['05337181890', '+8605337181890', true],
    ['7181890', '+865337181890', true],
    ['+8613802550123', '13802550123', true],
    ['+8613802550123', '+13802550123', false],
    ['+8613802550123', '+85213802550123', false],
    ['+7378742883', '+7378742883', false],
    ['sip:1001@pbx-a.example.com', 'sip:1001@pbx-b.example.com', false],
  ])('who filed from %s and rings from %s may rate: %s', async (filed, rings, may) => {
    const { line, number } = await resolved(filed);
    await line.play([keys('3'), keys(number.slice(2)), keys('1'), keys('5')].slice(0, may ? 4 : 2), { from: rings });
    expect((await line.tickets.get(number))?.state).toBe(may ? 'closed' : 'resolved');
  });
});

describe('a number that somebody types', () => {
  const matter = { kind: 'help', category: 'water-leak', matter: '水管漏水', area: 'xuegong-linyuan', place: '3 号楼' };
  const doors = [
    ['open-ticket', openTicketContract, people.owner],
    ['open-ticket-for-caller', openTicketForCallerContract, people.agent],
  ] as const;

  it.each(doors)('%s keeps it in one form', async (name, contract, claims) => {
    const { send, store } = await seededHotline();
    for (const [place, [written, kept]] of (
      [
        ['13800000000', '+8613800000000'],
        ['0533 000 0000', '+865330000000'],
        ['+86-138-0000-0000', '+8613800000000'],
        ['7181890', '+865337181890'],
      ] as const
    ).entries()) {
      const headers = { 'idempotency-key': `key-0000000${place}` };
      const body = { ...matter, contact: { name: '王', phone: written } };
      const { status, body: answer } = await send(
        name,
        httpEvent(contract, { headers, body }, claims as Record<string, unknown>),
      );
      expect([written, status]).toEqual([written, 201]);
      expect(await store.contact(answer.ticket.number)).toEqual({ name: '王', phone: kept });
    }
  });

  it.each(doors)('%s refuses what is none, and says which forms are taken', async (name, contract, claims) => {
    const { send, store } = await seededHotline();
    const before = store.allTickets().length;
    for (const phone of ['110', '+867123456', '+7378742883', '0533-7181890转801', 'sip:1001@pbx', '10086', '王小丽', '']) {
      const headers = { 'idempotency-key': 'key-00000001' };
      const event = httpEvent(contract, { headers, body: { ...matter, contact: { phone } } }, claims as Record<string, unknown>);
      const { status, body } = await send(name, event);
      expect([phone, status, body.errors?.[0]?.pointer]).toEqual([phone, 400, '/body/contact/phone']);
      if (phone !== '') expect(JSON.stringify(body)).toContain('+8613800000000');
    }
    expect(store.allTickets()).toHaveLength(before);
  });
});
