import { expect, it } from 'vitest';
import { recentCalls } from '#adapters/recent-calls.ts';
import type { Heard } from '#channels/heard.ts';
import { memoryCalls } from '#test/adapters/memory/calls.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { phoneHotline } from './phone-hotline.ts';

/** What a method of a port asks of the table; a call's end is one transaction, and looked for no more by another request. */
const REQUESTS: Record<string, number> = { end: 2 };

/** A port whose requests are counted. */
const counted = <T extends object>(port: T, used: { requests: number }): T =>
  new Proxy(port, {
    get: (target, name) => {
      const method = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...given: unknown[]) => {
        used.requests += REQUESTS[String(name)] ?? 1;
        return method.apply(target, given);
      };
    },
  });

const ANSWERS = ['路灯不亮，晚上看不见路', '齐都镇西关村', '村口小桥旁边', '对'];

/** One call at night by four processes at most, each with a memory of its own. */
const call = async (processes: number) => {
  const used = { requests: 0 };
  const [tickets, calls] = [memoryTickets(), memoryCalls()];
  const hotlines = Array.from({ length: processes }, () =>
    phoneHotline({
      calls: counted(calls, used),
      callBacks: counted(calls.backs, used),
      store: counted(tickets, used),
      recent: recentCalls(),
    }),
  );
  let step = 0;
  const tell = (answer: object): Promise<unknown> =>
    hotlines[step % processes]?.tell({ what: 'step', call: 'CA1', step: step++, phone: '+8613800138000', answer } as Heard) ??
    Promise.reject(new Error('nobody answers'));
  await tell({});
  await tell({ digits: '1' });
  for (const speech of ANSWERS) await tell({ speech });
  await hotlines[0]?.tell({ what: 'ended', call: 'CA1' } as Heard);
  return { requests: used.requests, turns: step, tickets: tickets.allTickets(), endings: calls.endings() };
};

it('are its turns and four more, from the first to the hanging up', async () => {
  const { requests, turns, tickets, endings } = await call(1);
  expect(tickets).toMatchObject([{ matter: ANSWERS[0], area: 'qidu-xiguan', place: ANSWERS[2] }]);
  expect(endings).toMatchObject([{ connected: true }]);
  expect(requests).toBeLessThanOrEqual(turns + 4);
});

it('are more when other processes answer, but the call is the same', async () => {
  const alone = await call(1);
  for (const processes of [2, 3, 4]) {
    const { tickets, endings, turns } = await call(processes);
    expect([turns, tickets.map(({ matter, area, place }) => [matter, area, place]), endings]).toEqual([
      alone.turns,
      alone.tickets.map(({ matter, area, place }) => [matter, area, place]),
      alone.endings,
    ]);
  }
});
