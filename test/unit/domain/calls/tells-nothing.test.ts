import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noMatterIn } from '#domain/calls/tells-nothing.ts';

describe('what somebody wrote', () => {
  it.each(['你好', '您好，在吗', '1', '？？？', '👍', '水', '好的', 'hello', '我要投诉', '119', '……', ' '])(
    '%j says nothing',
    (text) => expect(noMatterIn(text)).toBe('nothing'),
  );

  it.each(['转人工', '我要转人工', '人工客服', '给我接人工', '您好，转人工', 'I want to talk to a person'])(
    '%j asks for a person',
    (text) => expect(noMatterIn(text)).toBe('wants-person'),
  );

  it.each([
    '停水',
    '路灯坏了',
    '老板不给人工费',
    '暖气不热，给我转人工',
    '快叫人来',
    '人工湖的水发臭',
    'no water',
    'The lift is stuck',
    '你好，楼下太吵了',
    '公交车太少',
  ])('%j may be a matter', (text) => expect(noMatterIn(text)).toBeUndefined());

  it('is a matter as soon as something is told beside a greeting', () => {
    const greeting = fc.constantFrom('你好，', '喂，', '您好！', '');
    const matter = fc.constantFrom('路灯坏了三天', '小区停水了', '楼下烧烤油烟大', '垃圾没有人收');
    fc.assert(
      fc.property(greeting, matter, (hello, told) => {
        expect(noMatterIn(hello + told)).toBeUndefined();
      }),
    );
  });
});
