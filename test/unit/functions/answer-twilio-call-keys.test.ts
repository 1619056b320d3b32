import { describe, expect, it } from 'vitest';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { MATTER, REPORT, UNKNOWN } from './reported-leak.ts';
import { keys, phoneLine, recorded, says, silence } from './telephone-line.ts';

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
    await play(REPORT, { from: '+8613800135679' });
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
    expect((await play([silence])).at(-1)?.said).toMatch(/^没有听到您的回答。 查工单按2/);
    const told = await play([keys('0'), says('人工'), keys('0'), recorded()]);
    expect(told[0]?.said).not.toContain('人工');
    expect(told[1]?.said).toContain('没有人工坐席');
    expect(told[1]?.said).toContain('请问什么事');
    expect(told[3]?.body).toContain('<Record');
    expect(tickets.allTickets()).toHaveLength(1);
  });

  it('does not take 人工 within a matter for the wish to speak with somebody', async () => {
    const { play, tickets } = phoneLine({ agentNumber });
    await play([keys('1'), keys('1'), says('人工湖的栏杆坏了，没听清请再打'), keys('1'), keys('2'), keys('1')]);
    expect(tickets.allTickets()).toMatchObject([{ matter: '人工湖的栏杆坏了，没听清请再打' }]);
  });
});
