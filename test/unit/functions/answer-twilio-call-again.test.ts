import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { withDayLimits } from '#test/unit/domain/day-limits.ts';
import { DOOR, RECORDED, REPORT } from './short-calls.ts';
import { type Form, keys, linzi, newCallSid, phoneLine, silence, type Told } from './telephone-line.ts';

interface Delivery {
  url: string;
  callSid: string;
  answer: Form;
}

describe('a step that is delivered again', () => {
  it('is one step, however many deliveries come at once', async () => {
    const { send, tickets } = phoneLine();
    const callSid = newCallSid();
    let url: string | undefined = DOOR;
    for (const answer of [silence, ...REPORT]) {
      const told: Told[] = await Promise.all(Array.from({ length: 20 }, () => send(url ?? '', callSid, answer)));
      expect(new Set(told.map(({ body }) => body)).size).toBe(1);
      url = told[0]?.action;
    }
    expect(tickets.allTickets()).toHaveLength(1);
    expect(tickets.allEvents()).toHaveLength(1);
  });

  it('is decided by the first delivery, though others that say something else come at the same time', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { play, send } = phoneLine();
      const callSid = newCallSid();
      const [greeted] = await play([], { callSid });
      const told = await Promise.all(['1', '2', '9', '5'].map((key) => send(greeted?.action ?? '', callSid, keys(key))));
      expect(new Set(told.map(({ body }) => body)).size).toBe(1);
      expect(await send(greeted?.action ?? '', callSid, keys('2'))).toEqual(told[0]);
    }
  });

  it.each([
    ['a report', [...REPORT, keys('9')]],
    ['a recording', RECORDED],
    ['an agent', [keys('0'), { DialCallStatus: 'busy' }, ...REPORT]],
  ])('is answered as the first time after the call went on (%s)', async (_, answers) => {
    const { send, tickets } = phoneLine({ agentNumber: '+865337180000' });
    const callSid = newCallSid();
    const delivered: [Delivery, Told][] = [];
    let url = DOOR;
    for (const answer of [silence, ...answers]) {
      const told = await send(url, callSid, answer);
      delivered.push([{ url, callSid, answer }, told]);
      url = told.action ?? '';
    }
    for (const [delivery, told] of delivered.toReversed()) {
      expect(await send(delivery.url, callSid, delivery.answer)).toEqual(told);
      // A delivery that lost what the caller did (a redirect, a forged replay) changes nothing either.
      expect(await send(delivery.url, callSid, keys('2'))).toEqual(told);
    }
    expect(tickets.allTickets()).toHaveLength(1);
  });

  it('says of a look-up what it said then, though the ticket has moved on', async () => {
    const tickets = memoryTickets();
    let hidden = false;
    const store = { ...tickets, get: async (number: string) => (hidden ? undefined : tickets.get(number)) };
    const { play, send } = phoneLine({ store });
    await play(REPORT, { from: '+8613800135679' });
    const callSid = newCallSid();
    const answer = keys(tickets.allTickets()[0]?.number.slice(2) ?? '');
    const told = await play([keys('2'), answer], { callSid });
    hidden = true;
    expect(await send(told[1]?.action ?? '', callSid, answer)).toEqual(told[2]);
  });

  it('says of own tickets what it said then, though they have moved on', async () => {
    const { play, send, tickets } = phoneLine();
    await play(REPORT);
    const callSid = newCallSid();
    const told = await play([keys('2')], { callSid });
    expect(told[1]?.said).toContain('工单已经受理');
    await play(REPORT);
    expect(tickets.allTickets()).toHaveLength(2);
    expect(await send(told[0]?.action ?? '', callSid, keys('2'))).toEqual(told[1]);
  });

  it('asks the open question when it is a step that the call has not come to', async () => {
    const { play, send, tickets } = phoneLine();
    const callSid = newCallSid();
    const told = await play(REPORT.slice(0, 2), { callSid });
    expect(await send(`${DOOR}?step=7`, callSid, keys('1'))).toEqual(told.at(-1));
    expect((await send(`${DOOR}?step=7`, newCallSid(), keys('1'))).body).toBe(told[0]?.body);
    expect(tickets.allTickets()).toEqual([]);
  });

  it('is the same in 2,000 deliveries, shuffled and repeated', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (chance) => {
        const pick = (below: number): number => (chance.next().value as number) % below;
        // A hundred calls of one number are more than the limit of a day.
        const { send, tickets, calls } = phoneLine({ district: withDayLimits({ ticketsOfNumber: 100 }, linzi) });
        const scripts = [REPORT, RECORDED, [keys('2'), keys('1'), ...Array(8).fill(silence)], [...REPORT, keys('9')]];
        const running = Array.from({ length: 100 }, (_, n) => ({
          callSid: newCallSid(),
          left: [silence, ...(scripts[n % scripts.length] as Form[])],
          url: DOOR as string | undefined,
        }));
        const first = new Map<string, string>();
        const past: Delivery[] = [];
        let deliveries = 0;

        const deliver = async ({ url, callSid, answer }: Delivery): Promise<Told> => {
          deliveries += 1;
          const told = await send(url, callSid, answer);
          const step = `${callSid} ${url}`;
          const before = first.get(step);
          if (before === undefined) first.set(step, told.body);
          else if (before !== told.body) throw new Error(`${step} was answered differently`);
          return told;
        };
        while (deliveries < 2000) {
          // A few steps of different calls and old ones again, all under way at the same time.
          const fresh = running.filter(({ left, url }) => left.length > 0 && url).filter(() => pick(3) === 0);
          const again = Array.from({ length: 30 }, () => past[pick(past.length)]).filter((one) => one !== undefined);
          const now = fresh.map(
            (call): Delivery => ({ url: call.url ?? '', callSid: call.callSid, answer: call.left[0] as Form }),
          );
          const doubled = now.filter(() => pick(2) === 0);
          const all = [...now, ...doubled, ...again].map((delivery) => ({ delivery, place: pick(1000) }));
          await Promise.all(all.sort((a, b) => a.place - b.place).map(({ delivery }) => deliver(delivery)));
          for (const [n, call] of fresh.entries()) {
            call.url = (await deliver(now[n] as Delivery)).action;
            call.left.shift();
          }
          past.push(...now);
        }
        // What is left of the calls, so that all come to their end.
        for (const call of running) {
          while (call.left.length > 0 && call.url) {
            call.url = (await deliver({ url: call.url, callSid: call.callSid, answer: call.left.shift() as Form })).action;
          }
        }
        expect(tickets.allTickets()).toHaveLength(75);
        expect(calls.endings()).toHaveLength(100);
      }),
      { numRuns: 1 },
    );
  });
});
