import { expect, it } from 'vitest';
import { played, TYPICAL_CALLERS } from '#test/unit/domain/calls/typical-calls.ts';
import { countedCall } from './counted-calls.ts';

const STORY = ['路灯不亮，晚上看不见路', '齐都镇西关村', '村口小桥旁边', '对'];
const ANSWERS = [{ digits: '1' }, ...STORY.map((speech) => ({ speech }))];

it('are its turns and four more, from the first to the hanging up', async () => {
  const { requests, turns, tickets, endings } = await countedCall(ANSWERS);
  expect(tickets).toMatchObject([{ matter: STORY[0], area: 'qidu-xiguan', place: STORY[2] }]);
  expect(endings).toMatchObject([{ connected: true }]);
  expect(requests).toBeLessThanOrEqual(turns + 4);
});

it.each([
  ['who chooses one', [{ digits: '2' }, { digits: '2' }, { digits: '2' }, { digits: '1' }, {}]],
  ['who wants to know of the others', [{ digits: '2' }, { speech: '其他' }, { digits: '1' }, {}]],
])('are so few for a look-up of own tickets, %s', async (_, answers) => {
  const { requests, turns, endings } = await countedCall(answers, 1, {}, 4);
  expect(endings).toMatchObject([{ connected: true }]);
  expect(requests).toBeLessThanOrEqual(turns + 4);
});

it('are more when other processes answer, but the call is the same', async () => {
  const alone = await countedCall(ANSWERS);
  for (const processes of [2, 3, 4]) {
    const { tickets, endings, turns } = await countedCall(ANSWERS, processes);
    expect([turns, tickets.map(({ matter, area, place }) => [matter, area, place]), endings]).toEqual([
      alone.turns,
      alone.tickets.map(({ matter, area, place }) => [matter, area, place]),
      alone.endings,
    ]);
  }
});

it.each(TYPICAL_CALLERS)('are so few for who $who', async (caller) => {
  const { requests, turns, tickets } = await countedCall(played(caller).given, 1, { hasDesk: caller.begins.agents === 'yes' });
  expect(tickets).toHaveLength(1);
  expect(requests).toBeLessThanOrEqual(turns + 4);
});
