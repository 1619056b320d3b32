import { describe, expect, it } from 'vitest';
import { played, TYPICAL_CALLERS } from './typical-calls.ts';

describe('an ordinary call', () => {
  it('takes few answers and short prompts', () => {
    const figures = TYPICAL_CALLERS.map((caller) => ({ ...caller, ...played(caller) }));
    console.table(figures.map(({ who, answers, seconds, questions }) => ({ who, answers, seconds, asked: questions.join(' ') })));
    for (const { who, answers, seconds, atOnce, questions } of figures) {
      // Who asks for a person first is put through, and back.
      const most = questions.includes('agent') ? 46 : 40;
      expect([who, answers]).toEqual([who, expect.toSatisfy((count: number) => count <= (atOnce ? 2 : 3))]);
      expect([who, seconds]).toEqual([who, expect.toSatisfy((length: number) => length <= most)]);
    }
  });
});
