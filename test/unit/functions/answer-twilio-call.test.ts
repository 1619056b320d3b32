import { describe, expect, it } from 'vitest';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { besidesKind } from '#test/unit/domain/besides-kind.ts';
import { MATTER, REPORT, spoken } from './reported-leak.ts';
import { example, keys, NOW, newCallSid, PHONE, phoneLine, recorded, says, silence } from './telephone-line.ts';

describe('a call that reports a matter', () => {
  it('opens one ticket with what was said and says its number twice, group by group', async () => {
    const { play, tickets, lines } = phoneLine();
    const told = await play(REPORT);
    const [ticket, ...more] = tickets.allTickets() as [Ticket];
    expect(more).toEqual([]);
    expect(ticket).toMatchObject({
      kind: 'help',
      matter: MATTER,
      channel: 'phone',
      area: 'wenshao-yanying',
      place: '三号楼',
      category: 'water-leak',
      state: 'received',
      sorting: { words: ['水管爆'] },
      openedAt: NOW,
      urgent: false,
      reporter: { anonymous: false, maskedPhone: '138****5678' },
    });
    expect(besidesKind(ticket.sorting)).toEqual([]);
    expect(await tickets.contact(ticket.number)).toEqual({ phone: PHONE });
    expect(tickets.allEvents()).toMatchObject([{ type: 'opened', actor: { role: 'system' } }]);
    expect(told[3]?.said).toContain(MATTER);
    const last = told.at(-1);
    expect(last?.said.split(spoken(ticket))).toHaveLength(3);
    expect(last?.said).toMatch(/再见。$/);
    expect(last?.body).toMatch(/<Hangup\/><\/Response>$/);
    expect(lines.at(-1)).toContain(ticket.number);
  });

  it('is still there for one who asks for a person when nobody is at the desk', async () => {
    const { play, tickets } = phoneLine();
    const told = await play([...REPORT, keys('0'), keys('0'), keys('0'), keys('0')]);
    const [ticket] = tickets.allTickets() as [Ticket];
    for (const { said } of told.slice(-4)) expect(said).toMatch(new RegExp(`没有人工坐席.*${spoken(ticket)}`));
  });

  it('takes words for keys', async () => {
    const { play, tickets } = phoneLine();
    await play([says('我要反映问题。'), says('投诉物业，电梯坏了'), says('齐都镇'), says('不知道'), says('没错')]);
    expect(tickets.allTickets()).toMatchObject([
      { kind: 'complaint', matter: '投诉物业，电梯坏了', category: expect.stringMatching(/^(lifts|property-service)$/) },
    ]);
  });

  it('asks again when the caller says that it was not understood, and takes the last telling', async () => {
    const { play, tickets } = phoneLine();
    const told = await play([...REPORT.slice(0, 3), says('不对'), says('四号楼停水'), says('齐都'), keys('2'), keys('1')]);
    expect(told[4]?.said).toBe(told[1]?.said);
    expect(tickets.allTickets()).toMatchObject([{ matter: '四号楼停水', area: 'qidu' }]);
  });

  it('takes a message after the third telling that was not right', async () => {
    const { play, tickets } = phoneLine();
    const again = [says('投诉甲'), keys('1'), keys('2'), keys('2')];
    // Where it is need not be told again.
    const anew = [says('投诉甲'), keys('2')];
    const told = await play([keys('1'), ...again, ...anew, ...anew, recorded()]);
    expect(told.at(-2)?.body).toContain('<Record');
    expect(tickets.allTickets()).toMatchObject([{ kind: 'complaint', matter: '（录音）' }]);
  });

  it('keeps a recording when speech does not help', async () => {
    const { play, tickets, recordings } = phoneLine();
    const url = 'https://recordings.example/RE0123';
    const told = await play([keys('1'), silence, silence, silence, recorded(url)], { callSid: 'CA0000000000000000' });
    expect(told[1]?.said).not.toContain('没有听到');
    expect(told[2]?.said).toContain('没有听到');
    expect(told[4]?.body).toContain('<Record');
    const [ticket] = tickets.allTickets() as [Ticket];
    expect(ticket).toMatchObject({ kind: 'help', matter: '（录音）', recording: 'recordings/twilio/CA0000000000000000/RE0123' });
    expect(recordings.map((body) => JSON.parse(body))).toMatchObject([{ call: 'CA0000000000000000', recording: 'RE0123', url }]);
    expect(told.at(-1)?.said).toContain(spoken(ticket));
  });

  it('takes a message that ended because the caller hung up', async () => {
    const { play, tickets } = phoneLine();
    await play([keys('5'), keys('6'), keys('7'), { ...recorded(), Digits: 'hangup' }]);
    expect(tickets.allTickets()).toMatchObject([{ kind: 'help', matter: '（录音）' }]);
  });

  it('takes what was said as it was said when the caller does not confirm it', async () => {
    const { play, tickets } = phoneLine();
    const told = await play([...REPORT.slice(0, 2), silence, keys('7'), silence]);
    expect(tickets.allTickets()).toMatchObject([{ matter: MATTER }]);
    expect(told.at(-1)?.said).toContain('已按您说的办理');
  });

  it('rings back a caller who says nothing at all, unless the number is withheld', async () => {
    const { play, tickets, calls } = phoneLine();
    const nothing = Array.from({ length: 6 }, () => silence);
    expect((await play(nothing)).at(-1)?.said).toContain('回电话');
    expect(calls.callBacks()).toMatchObject([{ phone: PHONE, calls: [{ reason: 'hung-up' }] }]);

    const told = await play(nothing, { from: 'anonymous' });
    expect(told.at(-1)).toMatchObject({ action: undefined });
    expect(calls.callBacks()).toHaveLength(1);
    expect(tickets.allTickets()).toEqual([]);
  });

  it.each(['anonymous', '+266696687', '+7378742833', 'Restricted', '', 'client:jenny'])(
    'has no contact when the number is withheld (%s)',
    async (from) => {
      const { play, tickets } = phoneLine();
      await play(REPORT, { from });
      const [ticket] = tickets.allTickets() as [Ticket];
      expect(ticket.reporter).toEqual({ anonymous: false });
      expect(await tickets.contact(ticket.number)).toBeUndefined();
    },
  );

  it('knows the number of a caller behind a SIP trunk', async () => {
    const { play, tickets } = phoneLine();
    await play(REPORT, { from: 'sip:+8613800135678@trunk.example:5060' });
    const [ticket] = tickets.allTickets() as [Ticket];
    expect(await tickets.contact(ticket.number)).toEqual({ phone: PHONE });
  });

  it('gives every call its own ticket', async () => {
    const { play, tickets } = phoneLine();
    await play(REPORT);
    await play(REPORT);
    expect(new Set(tickets.allTickets().map(({ number }) => number)).size).toBe(2);
  });

  it('speaks the language of its district', async () => {
    const { play, tickets } = phoneLine({ district: example });
    const told = await play([
      says('I want to report something'),
      says('The street lamp is out'),
      says('Riverside'),
      says('at the quay'),
      says('Yes.'),
    ]);
    const [ticket] = tickets.allTickets() as [Ticket];
    expect(ticket).toMatchObject({
      kind: 'help',
      matter: 'The street lamp is out',
      area: 'riverside-quay',
      place: 'at the quay',
    });
    expect(told.at(-1)?.said.split(spoken(ticket, 'en'))).toHaveLength(3);
    // But for the offer of the other language, and the words that ask for it.
    for (const { body } of told.slice(1)) expect(body.replace(/hints="[^"]*"/g, '')).not.toMatch(/\p{Script=Han}|cmn|zh-CN/u);
  });
});

describe('whatever the caller does', () => {
  it('ends well before the store takes no more turns', async () => {
    const { send } = phoneLine();
    for (const answer of [keys('9'), keys('2'), says('甲'), silence]) {
      const callSid = newCallSid();
      let told = await send('https://hotline.example/voice/twilio', callSid);
      let steps = 0;
      for (; told.action && steps < 150; steps += 1) told = await send(told.action, callSid, answer);
      expect(told.action).toBeUndefined();
    }
  });

  it('is never seen in a log', async () => {
    const { play, lines } = phoneLine();
    await play(REPORT);
    await play([keys('2'), says('幺二三'), silence, silence, recorded('https://recordings.example/secret')]);
    await play([...REPORT.slice(0, 2), { ...says('坏'), RecordingUrl: 'not a url' }]).catch(() => undefined);
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(line).not.toMatch(/13800135678|水管|secret|幺二三|not a url/);
  });
});
