import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { next } from '#domain/calls/conversation.ts';
import { asksForOwn } from '#domain/calls/own-look-up.ts';
import { MOST_OWN, type OfferedFacts, ownFacts } from '#domain/calls/own-tickets.ts';
import type { Answer, State } from '#domain/calls/state.ts';
import { stepOf } from '#domain/calls/step.ts';
import { plusMinutes } from '#domain/instant.ts';
import { statesWhere } from '#domain/tickets/states.ts';
import { call, heard, LANGUAGES, linzi, NIGHT } from './call-in-linzi.ts';
import { secondsSaid } from './typical-calls.ts';

const NOW = '2026-11-23T02:30:00.000Z';
const LIVING = statesWhere(({ isClosed }) => !isClosed);
const due = { at: '2026-12-03T09:30:00.000Z', provisional: false };

const ticket = (category: string, daysAgo: number, state = LIVING[0]): OfferedFacts => ({
  category,
  state: state as OfferedFacts['state'],
  openedAt: plusMinutes(NOW, -daysAgo * 24 * 60),
  schedule: { accept: due, handle: due, marks: [] },
});
/** A call that came to its look-up, with these tickets found. */
const looked = (tickets: readonly OfferedFacts[], before: readonly Answer[] = [NIGHT]): State =>
  call([...before, { digits: '2', ...ownFacts(tickets, NOW) }]);
const then = (state: State, ...answers: Answer[]): State => answers.reduce((at, answer) => next(at, answer, linzi), state);

const [ROAD, LIGHT, GARBAGE, WATER] = [
  ticket('road-damage', 1),
  ticket('street-lights', 2),
  ticket('garbage', 30),
  ticket('water-leak', 60),
];

describe('a look-up from a telephone with tickets', () => {
  it('tells of the only one at once, and asks for digits the second time', () => {
    const told = looked([LIGHT]);
    expect(told.question).toBe('menu');
    expect(heard(told)).toContain('您21日的路灯工单');
    expect(heard(told)).toContain('期限12月3日');
    expect(then(told, { digits: '2' }).question).toBe('look-up');
  });

  it('offers three at a time, then the others, then the digits', () => {
    const offered = looked([ROAD, LIGHT, GARBAGE, WATER]);
    expect(heard(offered)).toMatch(/^22日.+按1，21日路灯按2，10月24日垃圾清运按3，其他按4。$/);
    const others = then(offered, { digits: '4' });
    expect(heard(others)).toBe('9月24日漏水爆管按1，其他按2。');
    expect(then(others, { speech: '其他' }).question).toBe('look-up');
    expect(heard(then(others, { digits: '1' }))).toContain('您9月24日的漏水爆管工单');
  });

  it.each([
    ['一', '22日'],
    ['第二个', '21日'],
    ['我要第三个', '10月24日'],
    ['最近的', '22日'],
    ['路灯', '21日'],
    ['路灯那个', '21日'],
  ])('takes %s', (speech, day) => {
    expect(heard(then(looked([ROAD, LIGHT, GARBAGE]), { speech }))).toContain(`您${day}的`);
  });

  it('takes a number, a person and a matter as ever', () => {
    const offered = looked([ROAD, LIGHT]);
    expect(then(offered, { speech: '不知道' }).notices).toEqual([{ notice: 'no-number' }]);
    expect(then(offered, { speech: '转人工' }).agentMissed).toBe(true);
    expect(then(offered, { speech: '齐都镇西关村路灯坏了好几天' }).matter).toBe('齐都镇西关村路灯坏了好几天');
    expect(then(offered, { speech: '两六幺幺二三零四八二幺七', found: 'unknown' }).notices).toEqual([{ notice: 'unknown' }]);
    expect(then(offered, { digits: '7' }).notices).toEqual([{ notice: 'wrong' }]);
    expect(then(offered, { digits: '9' })).toMatchObject({ question: 'own', notices: [] });
  });

  it('asks for digits where there are none, or none were looked for', () => {
    expect(looked([]).question).toBe('look-up');
    expect(call([NIGHT, { digits: '2' }]).question).toBe('look-up');
    expect(call([NIGHT, { digits: '2', own: 'no list' }]).question).toBe('look-up');
  });

  it('goes on with the matter that was told before', () => {
    const telling = call([NIGHT, { speech: '反映问题' }]);
    expect(telling.question).toBe('matter');
    const told = next(telling, { speech: '查工单', ...ownFacts([LIGHT], NOW) }, linzi);
    expect(told.served).toBe(true);
  });

  it('is hinted to the recogniser', () => {
    const { act } = stepOf(looked([ROAD, LIGHT]), linzi);
    const hints = act.do === 'gather' && act.speech?.length === 'word' ? act.speech.hints : [];
    for (const hint of ['路灯', '第二个', '其他']) expect(hints).toContain(hint);
  });

  it('is said in the other language without names that it has no words for', () => {
    const offered = then(looked([ROAD, LIGHT, GARBAGE]), { speech: 'english' });
    expect(heard(offered)).toBe('Press 1 for the 22nd, 2 for the 21st, 3 for October 24, 4 for others.');
    expect(heard(then(offered, { speech: 'the second one' }))).toContain('Your ticket of the 21st ');
  });

  it('calls a category that the district has no more nothing', () => {
    expect(heard(looked([ticket('long-gone', 1), LIGHT]))).toBe('22日按1，21日路灯按2，其他按3。');
  });
});

const tickets = fc.array(
  fc
    .record({
      category: fc.constantFrom(...linzi.categories.map(({ id }) => id)),
      days: fc.integer({ min: 0, max: 27 }),
      state: fc.constantFrom(...LIVING),
    })
    .map(({ category, days, state }) => ticket(category, days, state)),
  { maxLength: MOST_OWN },
);

it('every ticket is found by keys, and no prompt is long', () => {
  fc.assert(
    fc.property(tickets, fc.constantFrom(...LANGUAGES), (own, language) => {
      let state = looked(own, language === 'zh' ? [NIGHT] : [NIGHT, { digits: '8' }]);
      const found: string[] = [];
      const note = (at: State): void => {
        for (const one of at.notices) if (one.notice === 'own') found.push(one.ticket.openedAt);
      };
      note(state);
      for (let page = 0; state.question === 'own'; page += 1) {
        // Three of the longest names of categories; usual ones take eight or nine.
        expect(secondsSaid(state)).toBeLessThanOrEqual(11);
        const here = own.slice(page * 3, page * 3 + 3);
        for (const n of here.keys()) note(then(state, { digits: String(n + 1) }));
        state = then(state, { digits: String(here.length + 1) });
      }
      expect(found).toEqual(own.map(({ openedAt }) => openedAt));
      expect(state.question).toBe(own.length === 1 ? 'menu' : 'look-up');
    }),
  );
});

it('tickets are asked for once in a call, and only where a look-up begins', () => {
  const menu = call([NIGHT]);
  expect(asksForOwn(menu, { digits: '2' }, linzi)).toBe(true);
  expect(asksForOwn(menu, { speech: '查工单' }, linzi)).toBe(true);
  expect(asksForOwn(menu, { digits: '3' }, linzi)).toBe(false);
  expect(asksForOwn(menu, { speech: '社保缴费记录在哪查询' }, linzi)).toBe(false);
  for (const own of [[], [LIGHT], [LIGHT, ROAD]]) {
    const again = { ...looked(own), question: 'menu' as const };
    expect(asksForOwn(again, { digits: '2' }, linzi)).toBe(false);
  }
});
