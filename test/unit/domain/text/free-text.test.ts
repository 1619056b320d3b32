import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { freeText, hasLostSigns, kept, longestOf, readableOf } from '#domain/text/free-text.ts';

const Text = freeText({ max: 100 });
const read = (text: string) => Text.safeParse(text);
const messageFor = (text: string): string | undefined => read(text).error?.issues[0]?.message;

/** What SQS takes, and XML 1.0 can hold. */
const IN_A_MESSAGE = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u;

/** Text with signs of every kind that gives trouble. */
const troubled = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'水管 漏aé\t\n\r\v\f\u0000\u001b\u007f\u0085\u2028\u200b\u2060\u202e\u2069\ufffe\ufdd0\ufffd\ufeff'),
    fc.constantFrom('\ud842', '\udfb7', '𠮷', '👨‍👩‍👧', '\u{1ffff}', '\u3164', '\u2800'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 130,
});

describe('free text', () => {
  it.each([
    ...['', ' ', '\n\t', '\u3000', '\u200b', '\u2060\u200d', '\u200d', '\ufe0f', '\u202e', '\u3164', '\u115f', '\u1160'],
    ...['\uffa0', '\u2800', '\u00ad', '\ufeff', '\u{e0041}', '\u180e', '\u061c', '\u2066\u2069', '\ufffc', ' \u200b \u2800'],
  ])('is none in which nothing can be seen: %j', (blank) => {
    expect(messageFor(blank)).toBe('blank: there is nothing to be seen in it');
    expect(readableOf(blank, 100)).toBe('');
  });

  it.each([
    ['水管\u0000漏水', 'U+0000 is a control character'],
    ['\u001b[31m', 'U+001B is a control character'],
    ['a\u009fb', 'U+009F is a control character'],
    ['\ud800', 'U+D800 is half of a character'],
    ['𠮷'.slice(1), 'U+DFB7 is half of a character'],
    ['a\ufffe', 'U+FFFE is no character'],
    ['\ufdd0', 'U+FDD0 is no character'],
    ['\u{10ffff}', 'U+10FFFF is no character'],
  ])('is refused with a sentence that names the sign: %j', (text, why) => {
    expect(messageFor(text)).toContain(why);
  });

  it.each([
    ['  水管漏水\u3000', '水管漏水'],
    ['a\r\nb\rc\u2028d\ve', 'a\nb\nc\nd\ne'],
    ['请打\u202d138 0013 8000\u202c', '请打138 0013 8000'],
    ['a\u200bb 👨‍👩‍👧\ufe0f', 'a\u200bb 👨‍👩‍👧\ufe0f'],
    ['\u200fשלום', '\u200fשלום'],
  ])('%j is taken as %j', (text, taken) => {
    expect(read(text).data).toBe(taken);
    expect(readableOf(text, 100)).toBe(taken);
  });

  it('is counted as its JSON Schema counts: in code points', () => {
    const { maxLength = 0, minLength } = z.toJSONSchema(Text, { io: 'input' });
    expect([minLength, maxLength, longestOf(Text)]).toEqual([1, 100, 100]);
    for (const sign of ['x', '水', '𠮷', 'é']) {
      expect(read(sign.repeat(maxLength)).success).toBe(true);
      expect(read(sign.repeat(maxLength + 1)).success).toBe(false);
    }
    expect(read('👨‍👩‍👧'.repeat(21)).success).toBe(false);
  });

  it('that is taken fits a message, shows something, and is taken again as it is', () => {
    fc.assert(
      fc.property(troubled, (text) => {
        const { success, data } = read(text);
        fc.pre(success);
        expect(data).toMatch(IN_A_MESSAGE);
        expect(data.isWellFormed()).toBe(true);
        expect(data).not.toMatch(/^\s|\s$|[\r\v\f\u0085\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect([...data].length).toBeLessThanOrEqual(100);
        expect(read(data).data).toBe(data);
      }),
      { numRuns: 2000 },
    );
  });

  it('that can not be sent again is made readable: empty, or taken by the same rule', () => {
    fc.assert(
      fc.property(troubled, (text) => {
        const readable = readableOf(text, 100);
        expect(readable === '' || read(readable).data === readable).toBe(true);
        expect(readableOf(readable, 100)).toBe(readable);
        // What was taken as it is loses nothing here, either.
        const { success, data } = read(text);
        if (success) expect(readable).toBe(data);
      }),
      { numRuns: 2000 },
    );
  });

  it('shows where signs were lost', () => {
    expect(hasLostSigns(readableOf('水\ud842漏', 100))).toBe(true);
    expect(hasLostSigns(readableOf('水\u0000漏', 100))).toBe(false);
  });

  it('as it was kept is read, whatever is in it', () => {
    expect(kept(Text).parse('\u0000'.repeat(200))).toHaveLength(200);
    expect(() => longestOf(z.string())).toThrow();
  });
});
