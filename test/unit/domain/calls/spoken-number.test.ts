import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsHeard, sayDigits, sayNumber } from '#domain/calls/spoken-number.ts';

describe('numbers as they are said', () => {
  it('come in groups of four, 幺 for one', () => {
    expect(sayNumber('LZ261123048217', 'zh')).toEqual(['二六幺幺', '二三零四', '八二幺七']);
    expect(sayNumber('EX261123048217', 'en')).toEqual(['2 6 1 1', '2 3 0 4', '8 2 1 7']);
    expect(sayDigits('81890', 'zh')).toBe('八幺八九零');
  });

  it.each([
    ['二六一一，二三零四，八二一七。', '261123048217'],
    ['幺二三', '123'],
    ['两个六', '26'],
    ['洞拐勾', '079'],
    ['〇壹', '01'],
    ['２６ 11-23', '261123'],
    ['LZ 26', '26'],
    ['Two six, one one; oh', '26110'],
    ['there are none', ''],
    ['我没有号码', ''],
  ])('%s is heard as %s', (said, digits) => {
    expect(digitsHeard(said)).toBe(digits);
  });

  it('are understood as they are spoken', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), fc.constantFrom('zh' as const, 'en' as const), (digits, language) => {
        expect(digitsHeard(sayNumber(`LZ${digits}`, language).join('，'))).toBe(digits);
      }),
    );
  });
});
