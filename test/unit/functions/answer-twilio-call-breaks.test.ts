import { describe, expect, it } from 'vitest';
import type { CallStore } from '#ports/call-store.ts';
import { memoryCalls } from '#test/adapters/memory/calls.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { DOOR, RECORDED, REPORT } from './short-calls.ts';
import { type Form, NOW, newCallSid, PHONE, phoneLine, says, silence, type Told } from './telephone-line.ts';

/** A fault: the `at`-th use of the table breaks, before or after it was done. */
const failing = (at: number, when: 'before' | 'after') => {
  let uses = 0;
  const broken = { happened: false };
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    const breaks = uses++ === at;
    broken.happened ||= breaks;
    if (breaks && when === 'before') throw new Error('the table does not answer');
    const result = await work();
    if (breaks) throw new Error('the answer of the table was lost');
    return result;
  };
  const [calls, tickets] = [memoryCalls(), memoryTickets()];
  const failingCalls: Pick<CallStore, 'get' | 'addTurn' | 'end' | 'correct'> = {
    get: (id) => guard(() => calls.get(id)),
    addTurn: (...all) => guard(() => calls.addTurn(...all)),
    end: (ending) => guard(() => calls.end(ending)),
    correct: (ending) => guard(() => calls.correct(ending)),
  };
  const store = {
    ...tickets,
    open: (...all: Parameters<typeof tickets.open>) => guard(() => tickets.open(...all)),
    get: (number: string) => guard(() => tickets.get(number)),
  };
  return { options: { calls: failingCalls, store }, tickets, broken };
};

describe('a step that breaks', () => {
  it.each([
    ['a report', REPORT],
    ['a recording', RECORDED],
  ])('anywhere is healed by delivering it again: one ticket (%s)', async (_, answers) => {
    let broken = 0;
    for (const when of ['before', 'after'] as const) {
      for (let at = 0; ; at += 1) {
        const fault = failing(at, when);
        const { send } = phoneLine(fault.options);
        const callSid = newCallSid();
        let url: string | undefined = DOOR;
        for (const answer of [silence, ...answers]) {
          let told: Told = await send(url ?? '', callSid, answer);
          if (told.body.includes('对不起，请稍等')) told = await send(url ?? '', callSid, answer);
          expect(told.body).not.toContain('对不起，请稍等');
          url = told.action;
        }
        expect(fault.tickets.allTickets()).toHaveLength(1);
        if (!fault.broken.happened) break;
        broken += 1;
      }
    }
    // Every step reads and adds its turn; the last one opens the ticket, and writes how the call ended.
    expect(broken).toBe(2 * (2 * (answers.length + 1) + 2));
  });

  it('anywhere is healed by the redirect alone, and nothing is asked for twice', async () => {
    for (const answers of [REPORT, RECORDED]) {
      for (const when of ['before', 'after'] as const) {
        for (let at = 0; ; at += 1) {
          const fault = failing(at, when);
          const { send } = phoneLine(fault.options);
          const callSid = newCallSid();
          let told = await send(DOOR, callSid, silence);
          const follow = async () => {
            if (told.body.includes('对不起，请稍等')) told = await send(told.action ?? '', callSid, silence);
          };
          await follow();
          const left = [...answers];
          for (let steps = 0; left.length > 0 && steps < 12; steps += 1) {
            const answer = left.shift() as Form;
            told = await send(told.action ?? '', callSid, answer);
            await follow();
          }
          expect(fault.tickets.allTickets()).toHaveLength(1);
          expect(told.said).toContain('您的工单号是');
          if (answers === RECORDED)
            expect(fault.tickets.allTickets()).toMatchObject([{ recording: `recordings/twilio/${callSid}/RE0` }]);
          if (!fault.broken.happened) break;
        }
      }
    }
  });

  it('for good leads to the fallback door, and what was said is parked', async () => {
    const down = () => Promise.reject(new Error('down'));
    const { send, lines, parked } = phoneLine({ calls: { get: down, addTurn: down, end: down, correct: down } });
    const callSid = newCallSid();
    let told = await send(`${DOOR}?step=3`, callSid, says('水管爆了'));
    const outcomes: string[] = [];
    while (!told.action?.endsWith('/voice/twilio/fallback')) {
      expect(told).toMatchObject({ status: 200, said: '对不起，请稍等。' });
      outcomes.push('held');
      told = await send(told.action ?? '', callSid);
    }
    const call = { provider: 'twilio', call: callSid, at: NOW, phone: PHONE, step: 3, answer: { speech: '水管爆了' } };
    expect(parked.map((body) => JSON.parse(body))).toMatchObject([...outcomes.map(() => ({ ...call, held: true })), call]);
    expect(JSON.parse(parked.at(-1) ?? '')).not.toHaveProperty('held');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject(
      [...outcomes, 'to-fallback'].map((outcome) => ({ level: 'error', outcome, status: 200, error: { message: 'down' } })),
    );
  });
});
