import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gramsOf, READINGS, unitsIn } from '#domain/district/sorting/grams.ts';
import { kindNamed, kindsDenied } from '#domain/district/sorting/kind-named.ts';
import { matterAlone } from '#domain/district/sorting/matter-alone.ts';
import { pointIn } from '#domain/district/sorting/point-of-story.ts';
import { lineage } from '#domain/district/tree.ts';
import { foldedText } from '#domain/text/folded.ts';
import { readDistrict } from '#infra/district/read-district.ts';

const { district } = readDistrict('config/linzi');

/** All that the sorter sees of a text. */
const seen = (text: string) =>
  Object.values(READINGS).map((reading) => {
    const { runs, shares, script } = gramsOf(unitsIn(district, text), reading);
    return { runs, shares, script };
  });

const matter = fc.constantFrom(
  '路灯坏了',
  '家里水管爆了，水流了一地！',
  '楼上有人要跳楼',
  '老板三个月没发工资，怎么办？',
  '孩子上学划片划到哪个学校',
  '树枝子挡窗户了\n风一刮就响，请派人修剪。',
  'ＥＴＣ扣错钱了',
  'The street light is out',
);
/** Each place of the district, alone and behind its town. */
const place = fc.constantFrom(...district.areas.filter(({ level }) => level === 'town' || level === 'community')).chain((area) =>
  fc.constantFrom(
    area.name,
    lineage(district.areas, area.id)
      .slice(0, -1)
      .map(({ name }) => name)
      .reverse()
      .join(''),
  ),
);
const before = fc.constantFrom(
  ...['', '我是', '我住', '俺家住', '我在', '地址是', '喂你好，我是'].flatMap(
    (lead) =>
      [
        [lead, '，'],
        [lead, '的，'],
        [lead, '。'],
      ] as const,
  ),
);
const behind = fc.constantFrom(
  ...['，', '，在', '。我住', '！', '，我是'].flatMap(
    (lead) =>
      [
        [lead, ''],
        [lead, '的'],
        [lead, '这边。'],
      ] as const,
  ),
);

describe('what a matter is sorted by', () => {
  it('is the same with a place before it or behind it', () => {
    fc.assert(
      fc.property(matter, place, before, behind, (text, name, [lead, link], [tail, end]) => {
        expect(seen(`${lead}${name}${link}${text}`)).toEqual(seen(text));
        expect(seen(`${text}${tail}${name}${end}`)).toEqual(seen(text));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['在文韶街道这边路灯坏了', '路灯坏了'],
    ['其都镇西关南村停水', '停水'],
    ['齐都镇的垃圾没人收', '垃圾没人收'],
    ['晏婴社区第二网格的垃圾没人收', '垃圾没人收'],
    ['我是辛店街道的居民，我们小区停水', '我们小区停水'],
    ['现在闻韶街道停电', '现在，停电'],
    ['举报辛店街道有家黑诊所', '举报，有家黑诊所'],
    ['broken lift in Jixia Subdistrict', 'broken lift'],
  ])('is in %s no more than in %s', (text, alone) => expect(seen(text)).toEqual(seen(alone)));

  it.each(['雪宫路上的路灯不亮', '社区不给开证明', '居委会的人态度差', '街道乱收费'])(
    'is all of %s: that is no place of the district',
    (text) => expect(matterAlone(district, text)).toBe(text),
  );

  it('is the same with words of courtesy before it or behind it', () => {
    const opening = fc.constantFrom(
      '你好，',
      '您好',
      '喂，',
      '喂你好，',
      '同志你好。',
      '谢谢，',
      '麻烦您了，',
      '辛苦了，',
      '不好意思，打扰了，',
      'Hello, ',
      'please ',
      'Thanks, ',
    );
    const closing = fc.constantFrom(
      '，谢谢',
      '谢谢！',
      '。谢谢您',
      '，麻烦您了',
      '，辛苦了',
      '，拜托你们了。',
      '，非常感谢！',
      '，谢谢啊，辛苦了',
      ', thank you',
      ', thanks a lot',
      ', please',
    );
    fc.assert(
      fc.property(matter, fc.array(opening, { maxLength: 2 }), fc.array(closing, { maxLength: 2 }), (text, first, last) => {
        const polite = `${first.join('')}${text}${last.join('')}`;
        expect(seen(polite)).toEqual(seen(text));
      }),
    );
  });

  it.each([
    '谢谢',
    '谢谢你们，辛苦了',
    'Thank you',
    '谢谢你们修好了路灯',
    '想跟你们说声谢谢',
    '感谢消防员救了我家老人',
    'Thank you for fixing the light',
    'I want to say thank you',
  ])('is the praise itself: %s', (text) => expect(matterAlone(district, text)).toBe(text.toLowerCase().normalize('NFKC')));

  it.each([
    ['不是噪音，是灰尘', '是灰尘'],
    ['是灰尘，不是噪音', '是灰尘'],
    ['不是要举报，就是提个建议', '就是提个建议'],
    ['我不是来投诉的，我来问问社保怎么交', '我来问问社保怎么交'],
    ['不用调解，直接告他', '直接告他'],
    ['我没想投诉谁，路灯坏了', '路灯坏了'],
    ["It's not noise, it's dust", "it's dust"],
    ["I don't want to complain, the lift is broken", 'the lift is broken'],
  ])('is not what is denied: %s', (text, alone) => expect(seen(text)).toEqual(seen(alone)));

  it.each([
    '不是停水，就是停电',
    '你们不是说好了来修吗，怎么还不来',
    '是不是停水了，什么时候来',
    '我们不接受调解，要求赔偿',
    '没有调解成功，再给调解一次',
    '我不是要投诉',
    '暖气不热，屋里才十度',
  ])('is all of %s: it denies nothing, or says nothing else', (text) =>
    expect(matterAlone(district, text)).toBe(text.normalize('NFKC')),
  );

  it('keeps its places, whatever it says', () => {
    const piece = fc.oneof(
      matter,
      place,
      fc.constantFrom('谢谢', '，', '\n', '不是来投诉的，', '👨‍👩‍👧', 'Ａ', 'İ', 'J\u030c', '\ue000'),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const plain = foldedText(pieces.join(''));
        const alone = matterAlone(district, pieces.join(''));
        expect(alone.length).toBe(plain.length);
        for (const [at, unit] of alone.split('').entries()) expect([plain[at], ',', ' ']).toContain(unit);
      }),
    );
  });
});

describe('a kind that is denied', () => {
  it.each([
    ['不是要举报，就是提个建议', undefined, 'whistleblowing'],
    ['我不是来投诉的', undefined, 'complaint'],
    ['别打电话投诉了', undefined, 'complaint'],
    ['不想咨询', undefined, 'inquiry'],
    ['不用申请调解，直接告他', undefined, 'dispute'],
    ['不是咨询，我就是要投诉公交司机', 'complaint', 'inquiry'],
    ["I don't want to make a complaint, I have a question", 'inquiry', 'complaint'],
  ])('%s names %s and not %s', (text, named, denied) => {
    expect(kindNamed(text)).toBe(named);
    expect(kindsDenied(text).has(denied as 'help')).toBe(true);
  });

  it.each([
    ['我要投诉', 'complaint'],
    ['我忍不住要投诉', 'complaint'],
    ['我不得不来投诉', 'complaint'],
    ['我想举报', 'whistleblowing'],
  ])('is not denied in %s', (text, named) => {
    expect(kindNamed(text)).toBe(named);
    expect([...kindsDenied(text)]).toEqual([]);
  });
});

describe('the point of a story', () => {
  it.each([
    ['从去年起找居委会，居委会说找街道，街道说找物业，物业说没钱，推来推去的，其实就是楼下的路灯不亮', '楼下的'],
    ['我是退休老师，教了一辈子书，孩子在部队，我不爱闹事，就是我们楼的电梯三天两头坏', '我们楼'],
  ])('is what follows the words that turn to it: %s', (text, first) => {
    const units = unitsIn(district, text);
    expect(units.text.slice(units.starts[pointIn(units) ?? -1]).startsWith(first)).toBe(true);
  });

  it('is nowhere in a short text', () => expect(pointIn(unitsIn(district, '其实就是楼下的路灯不亮'))).toBeUndefined());
});
