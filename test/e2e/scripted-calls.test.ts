import { beforeAll, describe, expect, inject, it } from 'vitest';
import { isDeskOpen } from '#domain/district/desk-hours.ts';
import { localTime } from '#domain/instant.ts';
import { maskPhone } from '#domain/telephone/telephone.ts';
import { districtNamed } from '#infra/hotline-app.ts';
import { giveTickets } from '#simulator/telephone/given-ticket.ts';
import { answersWith, factsOfTicket, missingIn, type Outcome, readScriptedCalls } from '#simulator/telephone/scripted-call.ts';
import { PROVIDERS, type ProviderName, telephoneOf } from '#simulator/telephone/telephone.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { eventually, handsOn } from './running-hotline.ts';

const stack = inject('stack');
const hotline = handsOn(stack);
const linzi = districtNamed(stack.district);
const scripts = readScriptedCalls();
const now = (): string => new Date().toISOString();

/** Each call comes from a number of its own: the provider's hundred, the script's place. */
const phoneOf = (provider: ProviderName, name: string): string =>
  `+8610000000${PROVIDERS.indexOf(provider) + 1}${name.slice(0, 2)}`;

/** What became of the calls so far: who was connected, and who is to be rung back. */
const expected: { phone: string; outcome: Outcome }[] = [];

const read = (number: string, as = 'supervisor-liu') => hotline.insist({ as, method: 'GET', path: `/tickets/${number}` });

/** The ticket that a call opened, and what different people see of it. */
const checkTicket = async (number: string, phone: string, { ticket, recorded }: Outcome): Promise<void> => {
  expect(factsOfTicket(await read(number))).toMatchObject(ticket ?? {});
  await hotline.assigned(number);
  const seen = await read(number, 'agent-sun');
  expect(seen.reporterPhone).toBe(ticket?.confidential ? undefined : maskPhone(telephone(phone)));
  const list = await hotline.insist({ as: 'agent-sun', method: 'GET', path: '/desk/tickets?state=dispatched&limit=100' });
  expect(JSON.stringify(list)).toContain(number);
  expect(JSON.stringify(list)).not.toContain(phone);
  if (!recorded) return;
  await eventually(
    () => read(number),
    (one) => one.recording !== undefined,
  );
  const link = await hotline.insist({ as: 'agent-sun', method: 'GET', path: `/tickets/${number}/recording` });
  const sound = Buffer.from(await (await fetch(link.url)).arrayBuffer());
  expect(sound.subarray(0, 4).toString()).toBe('RIFF');
};

/** The calls of these days, and how many of them somebody got what they came for in. */
const countedCalls = async (from: string): Promise<{ calls: number; connected: number }> => {
  await hotline.run('roll-up-figures');
  const path = `/figures?period=day&from=${from}&to=${localTime(now(), 480).day}`;
  const { rows } = await hotline.insist({ as: 'supervisor-liu', method: 'GET', path });
  const sum = (name: string): number => rows.reduce((total: number, row: any) => total + row[name], 0);
  for (const { rates, calls, connected } of rows) {
    expect(rates.connect).toMatchObject({ numerator: connected, denominator: calls });
  }
  return { calls: sum('calls'), connected: sum('connected') };
};

const day = localTime(now(), 480).day;
let before: Awaited<ReturnType<typeof countedCalls>>;
beforeAll(async () => {
  before = await countedCalls(day);
});

describe.each(scripts)('the call %s', (name, call) => {
  it.each(PROVIDERS)('has its outcome with %s', async (provider) => {
    const from = phoneOf(provider, name);
    const given = await giveTickets(stack, call, from);
    const telephone = await telephoneOf(stack, provider);
    const wasOpen = isDeskOpen(linzi, now());
    const record = await telephone({ from, answers: answersWith(call.answers, given) });
    // The desk may open or close while somebody rings; then what was said tells which.
    const isOpen = wasOpen === isDeskOpen(linzi, now()) ? wasOpen : record.heard.join('').includes('转接');
    const outcome = (isOpen ? undefined : call.expectsWithoutDesk) ?? call.expects;
    expected.push({ phone: from, outcome });

    expect(missingIn(record.heard, outcome.heard), record.heard.join('\n')).toBeUndefined();
    for (const words of outcome.unheard) expect(record.heard.join(' ')).not.toContain(words);
    expect(record.number !== undefined).toBe(outcome.ticket !== undefined);
    if (record.number) await checkTicket(record.number, from, outcome);
    if (given && outcome.given) expect(await read(given)).toMatchObject(outcome.given);
  });
});

describe('after all these calls', () => {
  it('the desk is to ring back whoever was lost, and knows what they said', async () => {
    const wanted = expected.filter(({ outcome }) => outcome.callBack);
    const found = new Map<string, any>();
    const phones = wanted.map(({ phone }) => phone);
    await eventually(
      async () => {
        const body = { most: 10, leaseSeconds: 600 };
        const { callBacks } = await hotline.insist({ as: 'agent-sun', path: '/desk/call-backs/leases', body });
        for (const { callBack } of callBacks) found.set(callBack.contact.phone, callBack);
        return [...found.keys()];
      },
      (all) => phones.every((phone) => all.includes(phone)),
    );
    for (const { phone, outcome } of wanted) {
      expect(found.get(phone)?.reporterPhone).toBe(maskPhone(telephone(phone)));
      expect(found.get(phone)?.calls).toEqual([expect.objectContaining(outcome.callBack ?? {})]);
    }
    const others = expected.filter(({ outcome }) => !outcome.callBack).map(({ phone }) => phone);
    expect(others.filter((phone) => found.has(phone))).toEqual([]);
  });

  it('each is counted once, and as connected where somebody got what they came for', async () => {
    const connected = expected.filter(({ outcome }) => outcome.connected).length;
    const after = await countedCalls(day);
    expect(after.calls - before.calls).toBe(expected.length);
    expect(after.connected - before.connected).toBe(connected);
  });

  it('no log has a number of a caller, nor a word of what they said', async () => {
    const spoken = scripts.flatMap(([, { answers }]) => answers.flatMap((answer) => ('speech' in answer ? answer.speech : [])));
    const secrets = [...expected.map(({ phone }) => phone.slice(3)), ...spoken.filter((words) => words.length > 6)];
    const logs = await hotline.logs();
    for (const operation of ['answer-twilio-call', 'answer-jambonz-call', 'answer-connect-call']) {
      expect(
        [...logs.values()].flat().filter((line) => line.includes(operation)),
        operation,
      ).not.toEqual([]);
    }
    const told = [...logs].flatMap(([group, lines]) =>
      lines.filter((line) => secrets.some((secret) => line.includes(secret))).map((line) => `${group}: ${line}`),
    );
    expect(told).toEqual([]);
  });
});
