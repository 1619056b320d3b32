import { callBackId } from '#domain/calls/call-back-id.ts';
import { plusMinutes } from '#domain/instant.ts';
import { personId } from '#domain/person-id.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Actor } from '#domain/tickets/circumstances.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { askedFor } from '#domain/tickets/look-up.ts';
import { type Intake, openTicket } from '#domain/tickets/open-ticket.ts';
import { MOST_ADDITIONS } from '#domain/tickets/ticket.ts';
import { ticketNumber } from '#domain/tickets/ticket-number.ts';
import { reporterKey } from '#domain/tickets/visibility.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import type { Clock } from '#ports/clock.ts';
import { messageFor } from '#test/adapters/matters.ts';
import { memoryCallBackQueue } from '#test/adapters/memory/call-back-queue.ts';
import { memoryCalls } from '#test/adapters/memory/calls.ts';
import { memoryFigures } from '#test/adapters/memory/figures-store.ts';
import { memoryLookUpCodes, memoryLookUps } from '#test/adapters/memory/look-ups.ts';
import { keyOfPhone, memoryPhoneKeys } from '#test/adapters/memory/phone-keys.ts';
import { memoryRecordings } from '#test/adapters/memory/recordings.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { memoryWorkQueue } from '#test/adapters/memory/work-queue.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { checkedDoors } from './checked-doors.ts';

/** A Monday morning in Linzi, 10:30. */
export const NOW = '2026-11-23T02:30:00.000Z';
export const GROUPS_CLAIM = 'cognito:groups';
/** Who issues the tokens of the samples. */
export const ISSUER = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Sample000';
export const { district } = readDistrict('config/linzi');

/** The accounts that the seeded tickets and the events in events/ know. */
export const subjects = {
  owner: '0a6c1f4e-7a10-4c1e-9d52-000000000001',
  otherResident: '0a6c1f4e-7a10-4c1e-9d52-000000000002',
  agent: '0a6c1f4e-7a10-4c1e-9d52-000000000003',
  supervisor: '0a6c1f4e-7a10-4c1e-9d52-000000000004',
  water: '0a6c1f4e-7a10-4c1e-9d52-000000000005',
  power: '0a6c1f4e-7a10-4c1e-9d52-000000000006',
} as const;

/** The ids by which the hotline knows them. */
export const ids = Object.fromEntries(
  Object.entries(subjects).map(([name, subject]) => [name, personId({ issuer: ISSUER, subject })]),
) as Record<keyof typeof subjects, string>;

/** What nobody may read in a log. */
export const SECRETS = {
  name: '哨兵甲',
  phone: telephone('+8610000000001'),
  matter: '哨兵之事：楼道里水管漏水',
  outcome: '哨兵之果：已换阀门',
};

const numberOf = (random: number): string => ticketNumber(district.letters, '2026-11-23', random);

/** The numbers of the seeded tickets, named by what they are. All but the last three are the owner's and went to water. */
export const numbers = {
  received: numberOf(10_001),
  dispatched: numberOf(10_002),
  accepted: numberOf(10_003),
  returned: numberOf(10_004),
  resolved: numberOf(10_005),
  closed: numberOf(10_006),
  full: numberOf(10_007),
  withPower: numberOf(10_008),
  forSomebody: numberOf(10_009),
  anonymous: numberOf(10_010),
} as const;

/** Who was lost on the phone, and when, in minutes from now. */
const lostCallers = [
  { phone: telephone('+8610000000011'), minutes: -20 },
  { phone: SECRETS.phone, minutes: -10 },
];

/** A number of the right form that no ticket has. */
export const UNKNOWN_NUMBER = numberOf(99_999);

const owner: Actor = { role: 'resident', id: ids.owner };
const agent: Actor = { role: 'agent', id: ids.agent };
const water: Actor = { role: 'department', id: ids.water, department: 'water' };
const system: Actor = { role: 'system' };

const dispatch = (department: string): [Actor, Command] => [system, { action: 'dispatch', department, rule: 'seed' }];
const accept: [Actor, Command] = [water, { action: 'accept' }];
const resolve: [Actor, Command] = [water, { action: 'resolve', outcome: SECRETS.outcome }];

const lives: Record<keyof typeof numbers, [Actor, Command][]> = {
  received: [],
  dispatched: [dispatch('water')],
  accepted: [dispatch('water'), accept],
  returned: [dispatch('water'), [water, { action: 'return', reason: '哨兵之由：不归我们管' }]],
  resolved: [dispatch('water'), accept, resolve],
  closed: [dispatch('water'), accept, resolve, [owner, { action: 'rate', rating: { solved: true, stars: 5 } }]],
  full: [
    dispatch('water'),
    ...Array.from({ length: MOST_ADDITIONS }, (_, n): [Actor, Command] => [owner, { action: 'add', text: `补充 ${n}` }]),
  ],
  withPower: [dispatch('power')],
  forSomebody: [dispatch('water')],
  anonymous: [dispatch('water')],
};

const contact = { name: SECRETS.name, phone: SECRETS.phone };
const intakeOf = (name: keyof typeof numbers): Intake => ({
  kind: 'help',
  category: 'water-leak',
  channel: 'app',
  matter: SECRETS.matter,
  area: 'xuegong-linyuan',
  urgent: false,
  anonymous: name === 'anonymous',
  contact,
  ...(name === 'accepted' && { recording: 'recordings/twilio/CA1/RE1' }),
  ...(name === 'withPower' && { reporterKey: reporterKey(ids.otherResident) }),
  ...(name !== 'withPower' && name !== 'forSomebody' && { reporterKey: reporterKey(ids.owner) }),
});

/** Lets callers be lost and puts their call-backs on the desk's queue. The desk leases the first: so it does in every seed. */
const seedCallBacks = async (now: Clock) => {
  const [calls, queue] = [memoryCalls(), memoryCallBackQueue(now)];
  for (const { phone, minutes } of lostCallers) {
    const at = plusMinutes(NOW, minutes);
    const call = { id: `twilio:CA${minutes}`, startedAt: at };
    const lost = { call: call.id, at, reason: 'hung-up', matter: SECRETS.matter } as const;
    const becomes = { id: callBackId(keyOfPhone(phone), at), phone, since: at, version: 1, calls: [lost] };
    const ending = { call, recordedAt: at, connected: false, callBack: { seen: undefined, becomes, isNew: true } };
    await calls.end({ ...ending, correlationId: 'seed' });
  }
  for (const message of calls.wanted()) queue.put(JSON.stringify(message));
  await queue.lease({ most: 1, waitSeconds: 0, leaseSeconds: 900 });
  return { calls, queue };
};

/** Somebody has asked a minute ago for a code to read the ticket that is accepted. The samples show that code. */
const seedLookUp = async () => {
  const lookUps = memoryLookUps();
  const of = { number: numbers.forSomebody, phoneKey: keyOfPhone(SECRETS.phone) };
  const asked = askedFor(undefined, of, plusMinutes(NOW, -1), { day: '2026-11-23', most: 5 });
  if (typeof asked !== 'string') await lookUps.ask(undefined, asked, 'seed-look-up');
  return lookUps;
};

/**
 * All doors over memory adapters in which there is one ticket of every sort, on the water department's queue two pieces
 * of work and on the desk's two call-backs, the first of each leased. What a door answers is held against its contract.
 */
export const seededHotline = async () => {
  let time = NOW;
  const store = memoryTickets();
  const queue = memoryWorkQueue({ departments: district.departments.map(({ id }) => id), now: () => time });

  for (const [place, name] of (Object.keys(numbers) as (keyof typeof numbers)[]).entries()) {
    const at = plusMinutes(NOW, place - 60);
    const opener = intakeOf(name).reporterKey === undefined ? agent : owner;
    const circumstances = { at, actor: opener, correlationId: `seed-${place}` };
    const opened = openTicket(intakeOf(name), numbers[name], district, circumstances);
    await store.open(opened, { scope: 'seed', key: name, digest: 'seed' });
    let ticket = opened.ticket;
    for (const [actor, command] of lives[name]) {
      const change = changeTicket(ticket, command, district, { ...circumstances, actor });
      if (change === 'already-done') throw new Error(`the seed ${name} tells ${command.action} twice`);
      await store.commit(change);
      ticket = change.ticket;
    }
    if (name === 'dispatched' || name === 'accepted') {
      const assigned = changeTicket({ ...ticket, state: 'dispatched' }, { action: 'assign' }, district, {
        ...circumstances,
        actor: system,
      });
      if (assigned !== 'already-done') queue.put('water', JSON.stringify(messageFor(assigned)));
    }
  }
  const { calls, queue: callBackQueue } = await seedCallBacks(() => time);
  await queue.lease('water', { most: 1, waitSeconds: 0, leaseSeconds: 300 });

  const lookUps = await seedLookUp();

  const archive = memoryRecordings();
  await archive.keep('recordings/twilio/CA1/RE1', { bytes: new Uint8Array(1), type: 'audio/wav' });

  // The first numbers that are drawn are those of the last seeds.
  let draws = 10_009;
  const { send, lines } = checkedDoors(
    {
      store,
      lists: store,
      workQueue: queue,
      callBackQueue,
      callBacks: calls.backs,
      phoneKeys: memoryPhoneKeys,
      lookUps,
      lookUpCodes: memoryLookUpCodes,
      archive,
      figures: memoryFigures(),
      district,
      now: () => time,
      randomBelow: () => draws++,
    },
    GROUPS_CLAIM,
  );
  return {
    store,
    queue,
    lookUps,
    send,
    /** What the doors have logged. */
    lines,
    setTime: (at: string) => {
      time = at;
    },
  };
};
