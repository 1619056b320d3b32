import { describe, expect, it } from 'vitest';
import { addToTicketContract } from '#contracts/http/add-to-ticket.ts';
import { openTicketContract } from '#contracts/http/open-ticket.ts';
import { openTicketForCallerContract } from '#contracts/http/open-ticket-for-caller.ts';
import { minutesBetween } from '#domain/instant.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { openTicket } from '#domain/tickets/open-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { ticketNumber } from '#domain/tickets/ticket-number.ts';
import { PROVIDERS } from '#simulator/telephone/telephone.ts';
import { actors } from '#test/unit/domain/new-ticket.ts';
import { hotlineInProcess, linzi } from '#test/unit/simulator/hotline-in-process.ts';
import { httpEvent, people } from './http-event.ts';
import { seededHotline } from './seeded-hotline.ts';

/** A Monday in Linzi at half past two in the morning: nobody sits at the desk. */
const NIGHT = '2026-11-22T18:30:00.000Z';

/** What is understood of a ticket, and how many minutes it may take. */
const understood = ({ urgent, danger, schedule, openedAt }: Ticket) => ({
  urgent,
  outcome: danger?.outcome ?? 'none',
  minutes: urgent ? minutesBetween(openedAt, schedule.handle.at) : 'days',
});

const DANGERS: [matter: string, number: string][] = [
  ['楼下着火了，有人被困', '119'],
  ['有人在撬我家门', '110'],
  ['我妈晕倒了，叫不应', '120'],
  ['吞了一整瓶安眠药', '120'],
];
const ORDINARY = ['火锅店油烟太大', '煤气费怎么交', '楼道灭火器过期了'];

/** Opens the ticket of a matter by an HTTP door; gives the answer, and the ticket as it lies in the table. */
const byDoor = async (matter: string, door: 'app' | 'desk') => {
  const { send, store } = await seededHotline();
  const headers = { 'idempotency-key': 'key-00000001' };
  const body = { kind: 'help', matter, area: 'qidu', contact: { phone: '+8610000000777' } };
  const { status, body: answer } =
    door === 'app'
      ? await send('open-ticket', httpEvent(openTicketContract, { headers, body }, people.owner))
      : await send('open-ticket-for-caller', httpEvent(openTicketForCallerContract, { headers, body }, people.agent));
  expect(status).toBe(201);
  const ticket = store.allTickets().find(({ number }) => number === answer.ticket.number);
  if (!ticket) throw new Error('it is not in the table');
  return { answer, ticket };
};

const byPhone = async (matter: string, provider: (typeof PROVIDERS)[number], more: { speech: string }[] = []) => {
  const hotline = hotlineInProcess({ at: NIGHT });
  const answers = [{ keys: '1' }, { speech: matter }, ...more, { speech: '齐都镇西关村' }];
  const { heard } = await hotline.telephone(provider)({ from: '+8610000000778', answers });
  const [ticket] = hotline.tickets.allTickets();
  return { heard: heard.join('\n'), ticket };
};

describe('the same words of danger', () => {
  it.each(DANGERS)('are the same at the phone of each provider, in the app and at the desk: %s', async (matter, number) => {
    const danger = { urgent: true, outcome: 'danger', minutes: 120 };
    for (const door of ['app', 'desk'] as const) {
      const { answer, ticket } = await byDoor(matter, door);
      expect([door, understood(ticket)]).toEqual([door, danger]);
      expect(answer.danger).toMatchObject({ outcome: 'danger', emergencyNumber: number });
      expect(answer.danger.advice).toContain(number);
    }
    for (const provider of PROVIDERS) {
      const { heard, ticket } = await byPhone(matter, provider);
      expect([provider, ticket && understood(ticket)]).toEqual([provider, danger]);
      expect(heard).toMatch(new RegExp(`拨打${[...number].map((digit) => `${digit === '1' ? '幺' : '[零二九]'}`).join('')}`));
    }
  });

  it.each(ORDINARY)('are not found in an ordinary matter: %s', async (matter) => {
    for (const door of ['app', 'desk'] as const) {
      const { answer, ticket } = await byDoor(matter, door);
      expect([understood(ticket), answer.danger]).toEqual([{ urgent: false, outcome: 'none', minutes: 'days' }, undefined]);
    }
  });

  it('that leave a doubt are asked about once, and a yes makes them a danger', async () => {
    const doubt = '楼道里好像有煤气味';
    for (const door of ['app', 'desk'] as const) {
      const { answer, ticket } = await byDoor(doubt, door);
      expect(understood(ticket)).toEqual({ urgent: false, outcome: 'doubt', minutes: 'days' });
      expect(answer.danger).toMatchObject({ outcome: 'doubt', question: '有人有危险吗？' });
    }
    for (const provider of PROVIDERS) {
      const { heard, ticket } = await byPhone(doubt, provider, [{ speech: '有' }]);
      expect(heard.split('有人有危险吗')).toHaveLength(2);
      expect(ticket && understood(ticket)).toEqual({ urgent: true, outcome: 'danger', minutes: 120 });
    }
  });

  it("of one's own life get the line for psychological aid beside the emergency number", async () => {
    for (const door of ['app', 'desk'] as const) {
      const { answer } = await byDoor('我不想活了', door);
      expect(answer.danger).toMatchObject({ emergencyNumber: '120', helpline: '12356' });
    }
    for (const provider of PROVIDERS) {
      const { heard } = await byPhone('我不想活了', provider);
      expect(heard).toContain('幺二三五六');
      expect(heard).toContain('幺二零');
    }
  });

  it.each(PROVIDERS)('are answered with the number to ring while the table is away (%s)', async (provider) => {
    // The first step reads the call and adds a turn; then the table is away.
    const hotline = hotlineInProcess({ at: NIGHT, tableAnswers: 2 });
    const answers = [{ speech: '我家着火了' }, { hangUp: true }] as const;
    const { heard } = await hotline.telephone(provider)({ from: '+8610000000779', answers });
    expect(heard.join('\n')).toContain('幺幺九');
  });
});

describe('a caller who is asked whether somebody is in danger', () => {
  const doubt = '好像有煤气味';
  const filed = async (...said: string[]) => {
    const { heard, ticket } = await byPhone(
      doubt,
      'twilio',
      said.map((speech) => ({ speech })),
    );
    return { heard, ticket };
  };

  it.each(['没有停一直在打', '没有反应', '怎么敲都没人开', '没有声音了快来看看'])(
    'and says more than no, is not taken for a no, and nothing of it is lost: %s',
    async (answer) => {
      const { ticket } = await filed(answer, answer);
      const said = ticket?.matter ?? '';
      expect(ticket?.danger?.outcome).toMatch(/danger|doubt/);
      expect(said).toContain(answer);
    },
  );

  it.each(['没有', '没有啊', '没人有危险', '没啥危险'])('and says just no, is believed: %s', async (answer) => {
    const { ticket } = await filed(answer, '齐都镇西关村', '村口', '对');
    expect(ticket && understood(ticket)).toEqual({ urgent: false, outcome: 'none', minutes: 'days' });
  });

  it('and says no, is asked again when they speak of their own life', async () => {
    const { heard, ticket } = await filed('没有', '我最近老想自杀', '有');
    expect(heard).toContain('幺二三五六');
    expect(ticket && understood(ticket)).toMatchObject({ urgent: true, outcome: 'danger' });
  });

  it.each(['啊？', '快点', '请'])('hears no emergency number for a small word at the end: %s', async (word) => {
    const hotline = hotlineInProcess({ at: NIGHT });
    const answers = ['路灯坏了', '齐都镇西关村', '村口', word].map((speech) => ({ speech }));
    const { heard } = await hotline.telephone('twilio')({ from: '+8610000000780', answers: [{ keys: '1' }, ...answers] });
    expect(heard.join('\n')).not.toMatch(/拨打幺/);
  });
});

describe('what is written of danger at another place', () => {
  it('is understood in the place, too', async () => {
    const { send, store } = await seededHotline();
    const body = {
      kind: 'help',
      matter: '路灯坏了三盏',
      area: 'qidu',
      place: '3号楼着火了有人被困',
      contact: { phone: '+8610000000777' },
    };
    const headers = { 'idempotency-key': 'key-00000001' };
    const { body: answer } = await send('open-ticket', httpEvent(openTicketContract, { headers, body }, people.owner));
    expect(answer.danger).toMatchObject({ outcome: 'danger', emergencyNumber: '119' });
    expect(store.allTickets().find(({ number }) => number === answer.ticket.number)?.urgent).toBe(true);
  });
});

describe('another danger of the same person a moment later', () => {
  const file = async (send: Awaited<ReturnType<typeof seededHotline>>['send'], matter: string, n: number) => {
    const headers = { 'idempotency-key': `key-0000000${n}` };
    return send(
      'open-ticket',
      httpEvent(openTicketContract, { headers, body: { kind: 'help', matter, area: 'qidu' } }, people.owner),
    );
  };

  it('opens a ticket of its own where another service is to be called, and is told its number', async () => {
    const { send } = await seededHotline();
    const first = await file(send, '我不想活了', 1);
    expect(first.body.danger).toMatchObject({ helpline: '12356' });
    const fire = await file(send, '我家着火了，孩子在里面', 2);
    expect(fire.status).toBe(201);
    expect(fire.body.danger).toMatchObject({ emergencyNumber: '119' });
    expect(fire.body.danger).not.toHaveProperty('helpline');
    expect(fire.body.ticket.number).not.toBe(first.body.ticket.number);
    // The same one again joins.
    const again = await file(send, '火越来越大了，着火的是三楼', 3);
    expect([again.status, again.body.ticket.number]).toEqual([200, fire.body.ticket.number]);
  });

  it('is told its number where it is added to a ticket of another one', async () => {
    const { send } = await seededHotline();
    const { body } = await file(send, '我不想活了', 1);
    const params = { number: body.ticket.number };
    const event = httpEvent(addToTicketContract, { params, body: { text: '隔壁着火了，有人被困' } }, people.owner);
    const { body: answer } = await send('add-to-ticket', event);
    expect(answer.danger).toMatchObject({ emergencyNumber: '119' });
    expect(answer.danger).not.toHaveProperty('helpline');
  });
});

describe('a ticket that is found to be one of danger later', () => {
  const opened = openTicket(
    { kind: 'help', channel: 'app', matter: '路灯不亮', area: 'qidu', urgent: false, anonymous: false, reporterKey: 'user:li' },
    ticketNumber('LZ', '2026-11-23', 4711),
    linzi,
    { at: NIGHT, actor: actors.resident, correlationId: 'c' },
  ).ticket;

  it.each<[string, Command, 'resident' | 'agent']>([
    ['its reporter adds it', { action: 'add', text: '现在电线杆着火了，有人被困' }, 'resident'],
    ['the desk corrects it', { action: 'correct', danger: 'danger', reason: '电话里说着火了' }, 'agent'],
  ])('is urgent, and whoever has duty is rung for it: %s', (_, command, role) => {
    expect(opened.duty).toBeUndefined();
    const change = changeTicket(opened, command, linzi, { at: NIGHT, actor: actors[role], correlationId: 'c' });
    if (change === 'already-done') throw new Error('nothing was done');
    expect(understood(change.ticket)).toMatchObject({ urgent: true, outcome: 'danger' });
    expect(change.ticket.duty).toMatchObject({ steps: [], nextAt: expect.any(String) });
  });
});
