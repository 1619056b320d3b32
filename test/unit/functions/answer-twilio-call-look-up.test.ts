import { describe, expect, it } from 'vitest';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { MATTER, REPORT, spoken, UNKNOWN } from './reported-leak.ts';
import { keys, linzi, NOW, PHONE, phoneLine, recorded, says, silence } from './telephone-line.ts';

describe('a look-up', () => {
  const reported = async () => {
    const line = phoneLine();
    // Who reported it rings from another telephone now.
    await line.play(REPORT, { from: '+8613800135679' });
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

  it('tells who rings from the telephone of the ticket where it stands, and nothing else of it', async () => {
    const { play, tickets } = phoneLine();
    await play(REPORT);
    const [, told] = await play([keys('2')]);
    expect(told?.said).toContain('工单已经受理');
    for (const hidden of [MATTER, '三号楼', PHONE, tickets.allTickets()[0]?.number.slice(2) ?? ''])
      expect(told?.body).not.toContain(hidden);
  });

  it('asks who withholds their number, or has none, for digits', async () => {
    const { play } = phoneLine();
    await play(REPORT);
    for (const from of ['anonymous', '+7378742883', '+464', 'sip:1001@pbx-a.example.com', '+8613800135679']) {
      expect((await play([keys('2')], { from })).at(-1)?.said).toContain('请按十二位工单号');
    }
  });

  it('knows nothing of tickets whose reporters wished not to be known', async () => {
    for (const wish of ['不要让人知道是我说的', '匿名']) {
      const { play, tickets } = phoneLine();
      await play([...REPORT.slice(0, -1), says(wish), keys('1')]);
      const { reporter } = tickets.allTickets()[0] as Ticket;
      expect(reporter.anonymous || reporter.confidential).toBe(true);
      expect((await play([keys('2')])).at(-1)?.said).toContain('请按十二位工单号');
    }
  });

  it('ends in a message when the number can not be had', async () => {
    const { play, tickets } = await reported();
    const told = await play([keys('2'), keys('1'), silence, keys('000000000001'), recorded()]);
    expect(told.at(-2)?.body).toContain('<Record');
    expect(tickets.allTickets()).toHaveLength(2);
  });
});
