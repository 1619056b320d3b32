import { describe, expect, it } from 'vitest';
import { textTo } from '#channels/sms/words.ts';
import { canBeTexted } from '#domain/telephone/reach.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import type { Reply } from '#use-cases/phone/answer-call.ts';
import { phoneHotline } from './phone-hotline.ts';

/** No number in China begins so; the form is a mobile one's. */
const MOBILE = telephone('+8610000000071');

describe('a caller', () => {
  it.each([
    [true, MOBILE, /也会发短信/],
    [true, telephone('+865337180000'), /工单号是/],
    [true, undefined, /工单号是/],
    [false, MOBILE, /工单号是/],
  ])('is promised a text only where one will come: %s, %s', async (sendsTexts, phone, said) => {
    const { tell } = phoneHotline({ sendsTexts });
    const answers = [{}, { digits: '1' }, { speech: '齐都镇水管爆了' }, { digits: '2' }, { digits: '1' }];
    const replies: Reply[] = [];
    for (const [step, answer] of answers.entries()) {
      replies.push(await tell({ what: 'step', call: 'CA1', step, answer, ...(phone && { phone }) }));
    }
    const heard = JSON.stringify(replies.at(-1));
    expect(heard).toMatch(said);
    expect(heard.includes('短信')).toBe(said.source.includes('短信'));
  });
});

describe('what is texted', () => {
  const zh = { name: '临淄区', hotline: '81890', language: 'zh' } as const;
  const en = { name: 'Small', hotline: '81890', language: 'en' } as const;
  const NUMBER = 'LZ261123048217';

  it.each([zh, en])('is short, names the hotline, and holds the number in groups: $language', (district) => {
    for (const type of ['opened', 'reporter-unreached'] as const) {
      const words = textTo(type, NUMBER, district);
      expect(words).toContain('LZ 2611 2304 8217');
      expect(words).toContain('81890');
      expect(words).not.toMatch(/undefined|\[object/);
      // Two parts of an SMS: 67 signs each, 153 where all are Latin.
      expect(words.length).toBeLessThanOrEqual(district === zh ? 134 : 306);
    }
  });

  it('says which key does it', () => {
    expect(textTo('opened', NUMBER, zh)).toContain('按2');
    expect(textTo('reporter-unreached', NUMBER, zh)).toContain('按3');
    expect(textTo('opened', NUMBER, en)).toContain('press 2');
    expect(textTo('reporter-unreached', NUMBER, en)).toContain('press 3');
  });

  it.each([
    ['+8613800135678', true],
    [MOBILE, true],
    ['+865337180000', false],
    ['+86138001356781', false],
    ['+861380013567', false],
    ['+12025550101', true],
    ['+85291234567', true],
  ])('can go to %s: %s', (phone, can) =>
    expect(canBeTexted(telephone(phone), { country: 'CN', reaches: ['US', 'HK'], invented: '+8610000000xxx' })).toBe(can),
  );
});
