import { describe, expect, it } from 'vitest';
import { sayNumber } from '#domain/calls/spoken-number.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { ticketNumber } from '#domain/tickets/ticket-number.ts';
import { example, keys, linzi, NOW, newCallSid, PHONE, phoneLine, recorded, says, silence } from './telephone-line.ts';

const MATTER = '晏婴社区三号楼楼下水管爆了';
const REPORT = [keys('1'), says(MATTER), says('三号楼'), keys('1')];
/** The digits of a number that no ticket has. */
const UNKNOWN = ticketNumber(linzi.letters, '2026-11-23', 99_999).slice(2);
const spoken = ({ number }: Ticket, language: 'zh' | 'en' = 'zh') => sayNumber(number, language).join(' ');

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
      sorting: { words: ['水管爆'], unsure: [] },
      openedAt: NOW,
      urgent: false,
      reporter: { anonymous: false, maskedPhone: '138****5678' },
    });
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
    expect(tickets.allTickets()).toMatchObject([{ kind: 'complaint', matter: '投诉物业，电梯坏了', category: 'housing' }]);
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
    const told = await play([keys('1'), ...again, ...again, ...again, recorded()]);
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
    const told = await play([...REPORT.slice(0, 3), silence, keys('7'), silence]);
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
    expect(ticket).toMatchObject({ kind: 'help', matter: 'The street lamp is out', area: 'riverside', place: 'at the quay' });
    expect(told.at(-1)?.said.split(spoken(ticket, 'en'))).toHaveLength(3);
    // But for the offer of the other language, and the words that ask for it.
    for (const { body } of told.slice(1)) expect(body.replace(/hints="[^"]*"/g, '')).not.toMatch(/\p{Script=Han}|cmn|zh-CN/u);
  });
});

describe('9 repeats', () => {
  it.each([
    ['the greeting', []],
    ['the matter', REPORT.slice(0, 1)],
    ['the place', REPORT.slice(0, 2)],
    ['the confirmation', REPORT.slice(0, 3)],
    ['the number of the ticket', REPORT],
    ['the look-up', [keys('2')]],
    ['that there is no such ticket', [keys('2'), keys(UNKNOWN)]],
    ['the invitation to leave a message', [keys('7'), keys('7'), keys('7')]],
  ])('%s', async (_, before) => {
    const { play, tickets } = phoneLine();
    const told = await play([...before, keys('9'), keys('9')]);
    const [said, once, twice] = told.slice(-3).map((step) => step.said);
    expect([once, twice]).toEqual([said, said]);
    expect(tickets.allTickets()).toHaveLength(before === REPORT ? 1 : 0);
  });

  it('also what a look-up found, and when it is asked for in words', async () => {
    const { play, tickets } = phoneLine();
    await play(REPORT);
    const { number } = tickets.allTickets()[0] as Ticket;
    const told = await play([keys('2'), keys(number.slice(2)), says('请再说一遍')]);
    expect(told.at(-1)?.said).toContain('已经受理');
    expect(told.at(-1)?.said).toBe(told.at(-2)?.said);
  });
});

describe('a person first', () => {
  const agentNumber = '+865337180000';

  it('is offered, and whoever waits is put through', async () => {
    const { play } = phoneLine({ agentNumber });
    const told = await play([silence]);
    expect(told[0]?.said).toMatch(/转接人工.*自助服务请按1/);
    expect(told[1]?.body).toContain(`<Number>${agentNumber}</Number></Dial>`);
  });

  it('ends the call when the agent has answered it', async () => {
    const { play, tickets } = phoneLine({ agentNumber });
    const told = await play([keys('0'), { DialCallStatus: 'completed' }]);
    expect(told.at(-1)?.action).toBeUndefined();
    expect(tickets.allTickets()).toEqual([]);
  });

  it.each(['no-answer', 'busy', 'failed', 'canceled'])('goes on where the caller was when the desk is %s', async (status) => {
    const { play, tickets } = phoneLine({ agentNumber });
    const told = await play([keys('1'), ...REPORT.slice(0, 3), keys('0'), { DialCallStatus: status }, keys('1')]);
    expect(told.at(-2)?.said).toContain('坐席都在忙');
    expect(told.at(-2)?.said).toContain(MATTER);
    expect(tickets.allTickets()).toHaveLength(1);
  });

  it('reaches a desk behind a SIP trunk', async () => {
    const { play } = phoneLine({ agentNumber: 'sip:desk@pbx.example' });
    expect((await play([keys('0')])).at(-1)?.body).toContain('<Sip>sip:desk@pbx.example</Sip>');
  });

  it('says so when there is none, goes on with self-service, and after the third time takes a message', async () => {
    const { play, tickets } = phoneLine();
    expect((await play([silence])).at(-1)?.said).toMatch(/^没有听到您的回答。 反映问题请按1/);
    const told = await play([keys('0'), says('人工'), keys('0'), recorded()]);
    expect(told[0]?.said).not.toContain('人工');
    expect(told[1]?.said).toContain('没有人工坐席');
    expect(told[1]?.said).toContain('反映问题请按1');
    expect(told[3]?.body).toContain('<Record');
    expect(tickets.allTickets()).toHaveLength(1);
  });

  it('does not take 人工 within a matter for the wish to speak with somebody', async () => {
    const { play, tickets } = phoneLine({ agentNumber });
    await play([keys('1'), keys('1'), says('人工湖的栏杆坏了，没听清请再打'), keys('1'), keys('2'), keys('1')]);
    expect(tickets.allTickets()).toMatchObject([{ matter: '人工湖的栏杆坏了，没听清请再打' }]);
  });
});

describe('a look-up', () => {
  const reported = async () => {
    const line = phoneLine();
    await line.play(REPORT);
    return { ...line, ticket: line.tickets.allTickets()[0] as Ticket };
  };

  it('says where the ticket stands and when it is due, never what it is about', async () => {
    const { play, ticket } = await reported();
    const [, , found] = await play([keys('2'), keys(ticket.number.slice(2))]);
    expect(ticket.schedule.handle.at).toBe('2026-11-30T09:30:00.000Z');
    expect(found?.said).toContain('已经受理');
    expect(found?.said).toContain('11月30日17点30分');
    expect(found?.said).not.toContain(MATTER);
    expect(found?.body).not.toContain(PHONE);
  });

  it('takes a number that is said, however it is said', async () => {
    const { play, ticket } = await reported();
    for (const said of [spoken(ticket), `LZ${ticket.number.slice(2)}。`, [...ticket.number.slice(2)].join(' ')]) {
      expect((await play([keys('2'), says(said)])).at(-1)?.said).toContain('已经受理');
    }
  });

  it('tells a mistyped number from an unknown one', async () => {
    const { play, ticket } = await reported();
    const digits = ticket.number.slice(2);
    const mistyped = digits.slice(0, -2) + digits.at(-1) + digits.at(-2);
    const [, , wrong] = await play([keys('2'), keys(mistyped)]);
    expect(wrong?.said).toContain('有误');
    expect((await play([keys('2'), keys('12345')])).at(-1)?.said).toContain('有误');
    const [, , unknown] = await play([keys('2'), keys(UNKNOWN)]);
    expect(unknown?.said).toContain('没有查到');
  });

  it('says no due date of what is done', async () => {
    const { play, ticket, tickets } = await reported();
    const at = { at: NOW, correlationId: 'c' };
    const change = async (actor: Parameters<typeof changeTicket>[3]['actor'], command: Parameters<typeof changeTicket>[1]) => {
      const now = (await tickets.get(ticket.number)) as Ticket;
      const changed = changeTicket(now, command, linzi, { ...at, actor });
      if (changed !== 'already-done') await tickets.commit(changed);
    };
    const water = { role: 'department' as const, id: 'w', department: 'water' };
    await change({ role: 'system' }, { action: 'dispatch', department: 'water', rule: 'x' });
    await change(water, { action: 'accept' });
    await change(water, { action: 'resolve', outcome: '哨兵之果' });
    const said = (await play([keys('2'), keys(ticket.number.slice(2))])).at(-1)?.said ?? '';
    expect(said).toContain('已经办结');
    expect(said).not.toMatch(/期限|哨兵/);
  });

  it('can be followed by another, by a report, or by nothing', async () => {
    const { play, ticket, tickets } = await reported();
    const look = [keys('2'), keys(ticket.number.slice(2))];
    expect((await play([...look, ...look])).at(-1)?.said).toContain('已经受理');
    await play([...look, ...REPORT]);
    expect(tickets.allTickets()).toHaveLength(2);
    const told = await play([...look, silence]);
    expect(told.at(-1)).toMatchObject({ said: '感谢您的来电，再见。', action: undefined });
  });

  it('ends in a message when the number can not be had', async () => {
    const { play, tickets } = await reported();
    const told = await play([keys('2'), keys('1'), silence, keys('000000000001'), recorded()]);
    expect(told.at(-2)?.body).toContain('<Record');
    expect(tickets.allTickets()).toHaveLength(2);
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
