import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningWithWholeNumbers, identityCheckOf, maskNumbers, numbersIn } from '#domain/text/numbers-in-text.ts';

const pad = (number: number, digits: number): string => String(number).padStart(digits, '0');
const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(''));
const mobile = fc.tuple(fc.constantFrom(...'3456789'), digits(9)).map(([second, rest]) => `1${second}${rest}`);

const FULL_WIDTH = '０１２３４５６７８９';
const READ_OUT = '零一二三四五六七八九';
const written = (number: string, script: string): string => [...number].map((digit) => script[Number(digit)]).join('');

/** Blanks, hyphens and signs that nobody sees, in any mixture; dots alone. */
const blanks = fc
  .array(fc.constantFrom(' ', '-', '\u00a0', '\u200b', '－', '—', '\u3000'), { maxLength: 4 })
  .map((all) => all.join(''));
const spaced = (number: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(number, fc.array(blanks, { minLength: 20, maxLength: 20 }))
    .map(([all, gaps]) => [...all].map((digit, place) => (place === 0 ? digit : `${gaps[place]}${digit}`)).join(''));
const inParts = (number: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(number, fc.constantFrom(' ', '-', '.', '·', '/'), fc.constantFrom([3, 7], [3, 5], [4, 7], [1, 6], [5, 8]))
    .map(([all, gap, [one = 0, two = 0]]) => [all.slice(0, one), all.slice(one, two), all.slice(two)].join(gap));

const around = fc.constantFrom(
  ['我的电话是', '，请回电'],
  ['', ''],
  ['联系', '找王'],
  ['住2号楼3单元', '晚上7点后打'],
  ['tel:', '.'],
  ['(', ')'],
  ['共3人 ', ' 12345'],
  ['水管漏水', '一直没人接'],
) as fc.Arbitrary<[string, string]>;

const identity = fc
  .tuple(
    fc.integer({ min: 110000, max: 659999 }),
    fc.integer({ min: 1930, max: 2024 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    digits(3),
  )
  .map(([place, year, month, day, rest]) => `${place}${year}${pad(month, 2)}${pad(day, 2)}${rest}`)
  .map((first) => first + identityCheckOf(first));

describe('a number that surely names a person', () => {
  it('is masked however it is spaced, wherever it stands', () => {
    fc.assert(
      fc.property(fc.oneof(spaced(mobile), inParts(mobile)), around, (number, [before, after]) => {
        // A day with another number behind it reads the same.
        fc.pre(!/^19\d\d([-\s])\d\d?\1\d\d?\D/.test(number));
        expect(maskNumbers(`${before}${number}${after}`)).toBe(`${before}***${after}`);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['+86', '+86 ', '86-', '0086 ', '+86-', '＋８６', '0'])('is masked behind %j', (code) => {
    fc.assert(
      fc.property(inParts(mobile), around, (number, [before, after]) => {
        fc.pre(!number.includes('/') && !number.includes('.') && !number.includes('·'));
        // With the number behind it it may be one of identity, by chance.
        fc.pre(`${code}${number}${after}`.normalize('NFKC').replace(/\D/g, '').length !== 18);
        expect(maskNumbers(`${before}${code}${number}${after}`)).toBe(`${before}***${after}`);
      }),
    );
  });

  it('is masked in full-width digits and as it is read out', () => {
    fc.assert(
      fc.property(mobile, fc.constantFrom(FULL_WIDTH, READ_OUT), (number, script) => {
        expect(maskNumbers(`电话${written(number, script)}，谢谢`)).toBe('电话***，谢谢');
      }),
    );
    expect(maskNumbers('打幺三八〇〇一三八〇〇〇找我')).toBe('打***找我');
  });

  it.each([
    ['0533-7181890', '***'],
    ['05337181890', '***'],
    ['(0533)7181890', '(***'],
    ['010 6512 3456', '***'],
    ['+86 533 7181890', '***'],
    ['86-533-7181890', '***'],
    ['+852 5123 4567', '***'],
    ['+1 (415) 555-2671', '***'],
    ['＋81 90-1234-5678', '***'],
  ])('%s is a telephone', (number, masked) => expect(maskNumbers(`打${number}。`)).toBe(`打${masked}。`));

  it('is masked as an identity card number', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          identity,
          spaced(identity),
          identity.map((all) => all.toLowerCase()),
        ),
        (number) => {
          fc.pre(!/[^\d\s]\D*[xX]$/.test(number) && !/\D[xX]$/.test(number));
          expect(maskNumbers(`身份证${number}，请查`)).toBe('身份证***，请查');
        },
      ),
    );
  });

  it('is all of it that is masked: again it changes nothing', () => {
    const piece = fc.oneof(mobile, spaced(mobile), digits(4), fc.constantFrom('水', ' ', '-', '元', '+', '。', '\n'));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const masked = maskNumbers(pieces.join(''));
        expect(maskNumbers(masked)).toBe(masked);
      }),
    );
  });
});

describe('what surely names nobody', () => {
  const between = (min: number, max: number) => fc.integer({ min, max });
  const date = fc
    .tuple(between(1900, 2099), between(1, 12), between(1, 31), fc.constantFrom('-', '/', '.', ' '))
    .map(([year, month, day, sign]) => [year, pad(month, 2), pad(day, 2)].join(sign));
  const time = fc
    .tuple(between(0, 23), between(0, 59), fc.constantFrom(':', '：', '.', '点'))
    .map(([hour, minute, sign]) => `${hour}${sign}${pad(minute, 2)}`);
  const plain: fc.Arbitrary<string> = fc.oneof(
    date,
    time,
    fc.tuple(date, fc.constantFrom('110', '119', '120', '12345', '12320')).map(([day, number]) => `${day} ${number}`),
    fc.tuple(time, time, fc.constantFrom('110', '206', '12345')).map(([from, to, number]) => `${from}-${to} ${number}`),
    fc.tuple(date, time).map((both) => both.join(' ')),
    between(0, 99_999_999_999).map((amount) => `${amount}元`),
    between(0, 99_999_999_999).map((amount) => `￥${amount}`),
    fc.tuple(between(0, 999_999), between(0, 99)).map(([yuan, fen]) => `${yuan}.${pad(fen, 2)}`),
    between(0, 99_999_999_999).map((amount) => amount.toLocaleString('en')),
    fc.tuple(between(1, 99), between(1, 12), between(101, 3999)).map((all) => all.join('-')),
    fc.tuple(between(1, 99), between(1, 9), between(101, 3999)).map(([house, door, room]) => `${house}号楼${door}单元${room}`),
    between(1, 999).map((bus) => `${bus}路`),
    fc.constantFrom('12345', '110', '119', '120', '122', '12320', '96611', '95598', '400-820-8820', '0533-12345', '053312345'),
    // Ticket numbers: two letters, a day, a random part, a check digit.
    fc
      .tuple(between(26, 60), between(1, 12), between(1, 28), digits(6))
      .map(([year, month, day, rest]) => `LZ${pad(year, 2)}${pad(month, 2)}${pad(day, 2)}${rest}`),
    fc
      .tuple(between(26, 60), between(1, 12), between(1, 28), digits(2), digits(4))
      .map(([year, month, day, one, two]) => `${pad(year, 2)}${pad(month, 2)} ${pad(day, 2)}${one} ${two}`),
    // A bank card, an order, a parcel.
    digits(19).map((card) => `6${card}`),
    between(10_000_000, 99_999_999).map(String),
  );
  const word = fc.constantFrom('，', '。', '到', '路口', '、', '\n', '共', ' 在');

  it('stays as it is, also beside other numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(plain, word), { minLength: 1, maxLength: 5 }), (pieces) => {
        const text = pieces.flat().join('');
        expect(maskNumbers(text)).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });

  it('is an identity card number with a wrong check digit', () => {
    fc.assert(
      fc.property(identity, (number) => {
        const wrong = `${number.slice(0, 17)}${number.endsWith('3') ? '4' : '3'}`;
        expect(maskNumbers(wrong)).toBe(wrong);
      }),
    );
  });

  it.each([
    '2026年元旦13点',
    '1380元',
    '第三八一〇次',
    '二〇二六年十一月二十八日',
    '八十八路公交',
    'COVID19',
    '户号3703051234567',
  ])('%s', (text) => expect(maskNumbers(text)).toBe(text));
});

describe('the beginning of a text', () => {
  it('ends before a number that would be cut', () => {
    fc.assert(
      fc.property(fc.nat({ max: 30 }), spaced(mobile), fc.nat({ max: 60 }), (before, number, signs) => {
        const beginning = beginningWithWholeNumbers(`${'水'.repeat(before)}${number}找我`, { signs });
        expect(maskNumbers(beginning)).not.toMatch(/\d/);
        expect(beginning.length).toBeGreaterThanOrEqual(Math.min(before, signs));
      }),
    );
  });

  it('finds nothing where there is nothing', () => expect(numbersIn('楼下水管爆了')).toEqual([]));
});
