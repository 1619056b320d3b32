import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { next } from '#domain/calls/conversation.ts';
import { intakeOfCutOff, knownOf } from '#domain/calls/matter-of-call.ts';
import { asksForOwn } from '#domain/calls/own-look-up.ts';
import { type OfferedFacts, ownFacts } from '#domain/calls/own-tickets.ts';
import type { Answer, Question, State } from '#domain/calls/state.ts';
import { call, DAY, linzi, NIGHT } from './call-in-linzi.ts';

/** Sentences that are no command, each of which can be known again. */
const SENTENCES = [
  '路灯坏了好几天',
  '我反映一下垃圾没人清',
  '社保缴费记录在哪查询',
  '老板不给人工费',
  '还有晚上特别黑',
  '物业总是不接电话',
  '暖气不热，给我转人工',
  '对，井盖也松了',
  '金茂花园八号楼',
  '南马坊那边',
  '齐都镇西关村村口',
];
const answer: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...SENTENCES).map((speech) => ({ speech })) },
  fc.constantFrom(...['0', '1', '2', '3', '5', '8', '9']).map((digits) => ({ digits })),
  fc
    .constantFrom(...['喂', '对', '没有', '转人工', '再说一遍', '你是机器人吗', '算了不报了', '查工单'])
    .map((speech) => ({ speech })),
  fc
    .constantFrom(
      ...['不对 在学校门口', '错了 是皇城镇', '是东关不是西关', '辛店街道 不对 是闻韶街道', '给我保密', '村口 别说是我'],
    )
    .map((speech) => ({ speech })),
  fc.constant<Answer>({}),
);

/** At these questions the line gives other answers, or what is said names a ticket: it stays in the call's turns. */
const ELSEWHERE: readonly Question[] = ['agent', 'emergency', 'look-up', 'own', 'rate', 'record', 'filed', 'over'];

const NOW = '2026-11-23T02:30:00.000Z';
const due = { at: NOW, provisional: false };
const light: OfferedFacts = {
  category: 'street-lights',
  state: 'accepted',
  openedAt: NOW,
  schedule: { accept: due, handle: due, marks: [] },
};
/** The tickets of the telephone that rings: none, one, and more than are offered at once. */
const OWN: OfferedFacts[][] = [[], [light], Array(5).fill(light)];

/** Where a call's words go when its caller hangs up now: to the desk, or into a ticket. */
const left = (state: State): string =>
  JSON.stringify([knownOf(state), intakeOfCutOff(state, linzi, { phone: undefined, recording: undefined }), state.since]);

/** What of a sentence is neither yes nor the name of an area. */
const core = (sentence: string): string => sentence.replace(/^(?:对，|齐都镇西关村)/, '');

describe('a caller who hangs up at any step', () => {
  it('leaves all that was said, but for what they said is wrong', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(NIGHT, DAY),
        fc.constantFrom(...OWN),
        fc.array(answer, { maxLength: 9 }),
        (first, own, answers) => {
          let state = call([first]);
          let told: string[] = [];
          for (const one of answers) {
            const before = state;
            const facts = asksForOwn(state, one, linzi) ? ownFacts(own, NOW) : {};
            state = next(state, state.question === 'agent' ? { dial: 'busy' } : { ...one, ...facts }, linzi);
            const isOwn = 'speech' in one && SENTENCES.includes(one.speech ?? '') && !ELSEWHERE.includes(before.question);
            if (isOwn) told.push(core(one.speech ?? ''));
            if (state.dropped) break;
            // A matter or a place that is told anew, or that its caller called wrong, gives way to another one.
            const isAnew =
              (before.question === 'matter' && before.matter !== undefined) ||
              state.notices.some(({ notice }) => notice === 'changed');
            if (isAnew) told = told.filter((text) => left(state).includes(text));
            for (const text of told) expect([one, text, left(state)]).toEqual([one, text, expect.stringContaining(text)]);
            if (isOwn) expect(left(state)).toContain(core(one.speech ?? ''));
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
