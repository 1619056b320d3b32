import { describe, expect, it } from 'vitest';
import { examplesOf } from '#scripts/sorting/corrected-tickets.ts';
import { learnFrom } from '#scripts/sorting/learn.ts';
import { matters, trainedDistrict } from '#test/unit/domain/district/trained-district.ts';
import { changed, ticketIn } from '#test/unit/domain/new-ticket.ts';

const HASH = '1'.repeat(64);
const lesson = { examples: matters, topics: [] };

describe('learning from what people put right', () => {
  it('proposes what is better on tickets that it has not seen', () => {
    const corrected = [
      '无人机天天飞',
      '无人机在头上飞',
      '无人机嗡嗡飞个不停',
      '楼顶无人机飞',
      '无人机乱飞',
      '那个无人机又飞来了',
    ].map((text, n) => ({ category: 'noise', kind: 'complaint' as const, register: 'spoken' as const, text, teller: `${n}` }));
    const { proposal, now, then, heldApart, isBetter } = learnFrom(trainedDistrict, lesson, corrected, HASH);
    expect([heldApart, proposal.trainedFrom]).toEqual([2, HASH]);
    expect(then.category).toBeGreaterThan(now.category);
    expect(isBetter).toBe(true);
  });

  it.each([
    [1, false],
    [3, false],
    [6, true],
  ])('learns words of %i people who have an account: %s', (people, isLearnt) => {
    const corrected = Array.from({ length: 18 }, (_, n) => ({
      category: 'noise',
      kind: 'complaint' as const,
      register: 'written' as const,
      text: `欧阳天工家太吵了${n}`,
      teller: `user:${n % people}`,
    }));
    const { proposal } = learnFrom(trainedDistrict, lesson, corrected, HASH);
    const runs = [proposal.category, proposal.kind].map((model) => model.runs.join(' ').split(' '));
    expect(runs.map((all) => all.includes('欧阳天'))).toEqual([isLearnt, isLearnt]);
  });

  it('keeps the model of now when corrections contradict each other', () => {
    const texts = ['水管爆了', '暖气不热', '太吵了', '漏水', '家里太冷', '广场舞'];
    const right = ['water-leak', 'heating-cold', 'noise', 'water-leak', 'heating-cold', 'noise'];
    // Those that are held apart are right already; the others teach nonsense.
    const corrected = texts.map((text, n) => ({
      category: n % 3 === 0 ? (right[n] ?? '') : 'general',
      kind: 'help' as const,
      register: 'spoken' as const,
      text,
    }));
    const { now, then, isBetter } = learnFrom(trainedDistrict, lesson, corrected, HASH);
    expect(isBetter).toBe(
      then.category >= now.category && then.kind >= now.kind && then.category + then.kind > now.category + now.kind,
    );
  });

  it('reads no confidential ticket, and none that is gone', async () => {
    const { received } = ticketIn();
    const sealed = { ...received, reporter: { ...received.reporter, confidential: true } };
    const tickets = new Map([
      ['one', received],
      ['two', sealed],
    ]);
    const examples = await examplesOf(['one', 'two', 'three'], { get: async (number) => tickets.get(number) });
    expect(examples).toEqual([
      {
        category: received.category,
        kind: received.kind,
        register: expect.any(String),
        text: received.matter,
        teller: expect.any(String),
      },
    ]);
  });
});

describe('what a dispatch puts right', () => {
  it('stands in its event, and only then', () => {
    const { received } = ticketIn();
    const plain = changed(received, { action: 'dispatch', department: 'centre', rule: 'by-hand' }, 'agent');
    expect(plain.event).not.toHaveProperty('before');
    const right = { action: 'dispatch', department: 'centre', rule: 'by-hand', category: 'noise', kind: 'complaint' } as const;
    expect(changed(received, right, 'agent').event).toMatchObject({
      before: { category: received.category, kind: received.kind },
      after: { category: 'noise', kind: 'complaint' },
    });
  });
});
