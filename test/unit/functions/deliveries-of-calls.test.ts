import { describe, expect, it } from 'vitest';
import type { Heard } from '#channels/heard.ts';
import type { PhoneProvider } from '#domain/calls/providers.ts';
import type { Answer } from '#domain/calls/state.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { phoneHotline } from './phone-hotline.ts';

const CALLS = 500;
const DELIVERIES = 10_000;
const PROVIDERS: readonly PhoneProvider[] = ['twilio', 'jambonz', 'connect'];

/** Numbers that look random and are the same in every run. */
const seeded = (seed: number) => () => {
  seed = (Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
  return ((seed >>> 8) & 0xffffff) / 0x1000000;
};

/** Ways through the conversation that all end with a ticket. */
const WAYS: readonly Answer[][] = [
  [{ digits: '1' }, { speech: '楼下水管爆了' }, { speech: '齐都镇' }, { speech: '村委会对面' }, { digits: '1' }],
  [{ digits: '1' }, {}, {}, {}, { recording: 'RE1' }],
  [{ speech: '稷下街道路灯不亮' }, { digits: '2' }, { digits: '9' }, { digits: '3' }],
  [{ speech: '着火了' }, { speech: '辛店街道牛山社区' }],
  [
    { digits: '8' },
    { digits: '1' },
    { speech: 'no water since noon' },
    { digits: '5' },
    { digits: '2' },
    { digits: '2' },
    { digits: '1' },
  ],
];

describe('10,000 deliveries of the steps of 500 calls, shuffled and repeated', () => {
  it('make 500 tickets, and give the same answer to the same step every time', async () => {
    const random = seeded(20261123);
    const hotline = phoneHotline();
    const answersOf = (call: number): Answer[] => [{}, ...(WAYS[call % WAYS.length] ?? [])];
    const heardOf = (call: number, step: number): Heard => ({
      what: 'step',
      call: `call-${call}`,
      step,
      answer: answersOf(call)[step] ?? {},
      phone: telephone(`+861000000${String(call).padStart(4, '0')}`),
    });
    const told = new Map<string, string>();
    // A provider learns of the next step from the answer to the one before; from then on it may deliver both in any order.
    const possible: [call: number, step: number][] = Array.from({ length: CALLS }, (_, call) => [call, 0]);
    const deliver = async ([call, step]: [number, number]): Promise<void> => {
      const reply = JSON.stringify(await hotline.tell(heardOf(call, step), PROVIDERS[call % 3]));
      const before = told.get(`${call} ${step}`);
      if (before === undefined) {
        told.set(`${call} ${step}`, reply);
        if (step + 1 < answersOf(call).length) possible.push([call, step + 1]);
      } else expect(reply).toBe(before);
    };
    let deliveries = 0;
    while (deliveries < DELIVERIES) {
      const burst = Array.from({ length: 8 }, () => possible[Math.floor(random() * possible.length)] as [number, number]);
      await Promise.all(burst.map(deliver));
      deliveries += burst.length;
    }
    // Whatever chance has left out comes now.
    for (const one of possible) await deliver(one);

    const tickets = hotline.tickets.allTickets();
    expect(tickets).toHaveLength(CALLS);
    expect(new Set(tickets.map(({ reporter }) => reporter.maskedPhone)).size).toBeGreaterThan(CALLS / 2);
    expect(hotline.tickets.allEvents().filter(({ type }) => type === 'opened')).toHaveLength(CALLS);
    expect(hotline.calls.endings()).toHaveLength(CALLS);
    expect(hotline.calls.endings().every(({ connected }) => connected)).toBe(true);
    expect(hotline.calls.callBacks()).toEqual([]);
  });
});
