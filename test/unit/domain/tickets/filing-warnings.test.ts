import { describe, expect, it } from 'vitest';
import { filingWarnings } from '#domain/tickets/filing-warnings.ts';

const codesOf = (texts: string[], anonymous = true, name?: string) =>
  (filingWarnings({ texts, anonymous, name }, { language: 'zh' }).warnings ?? []).map(({ code }) => code);

describe('who files without wishing to be known', () => {
  it('is warned of a number and of a name in their own words', () => {
    expect(codesOf(['水管漏水，打13807654321找我'])).toEqual(['number-in-text']);
    expect(codesOf(['水管漏水', '我叫王小丽'])).toEqual(['name-in-text']);
    expect(codesOf(['王小丽家里水管漏水，13807654321'], true, '王小丽')).toEqual(['number-in-text', 'name-in-text']);
    expect(filingWarnings({ texts: ['My name is Li'], anonymous: true }, { language: 'en' }).warnings?.[0]?.detail).toMatch(
      /^Your name/,
    );
  });

  it.each(['水管漏水', '我叫了三次都没人来', '楼上王家漏水，12345打不通', '我叫他们来过'])('is not warned of %s', (text) =>
    expect(codesOf([text], true, '王')).toEqual([]),
  );

  it('is the only one who is warned', () => expect(codesOf(['我叫王小丽，13807654321'], false, '王小丽')).toEqual([]));
});
