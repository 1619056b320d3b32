import fc from 'fast-check';
import type { TelephoneHome } from '#domain/telephone/home.ts';

/** A district on the mainland; its exchange has extensions of four digits behind 0533 718. */
export const HOME: TelephoneHome = {
  country: 'CN',
  areaCode: '533',
  exchanges: [{ host: 'pbx.example.com', prefix: '+86533718' }],
  invented: '+8610000000xxx',
};

const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
const mobile = fc
  .tuple(fc.constantFrom('130', '138', '139', '150', '176', '186', '199'), digits(8))
  .map((parts) => parts.join(''));
const line = fc.tuple(fc.constantFrom('2', '3', '6', '7', '8'), digits(6)).map((parts) => parts.join(''));

/** Spellings of one number: with the country's code, as it is dialled within the country, and within the district. */
const spelled = fc.oneof(
  mobile.map((number) => ({ canonical: `+86${number}`, written: [`+86${number}`, `0086${number}`, `86${number}`, number] })),
  line.map((number) => ({
    canonical: `+86533${number}`,
    written: [`+86533${number}`, `+860533${number}`, `0086533${number}`, `0533${number}`, `533${number}`, number],
  })),
);

const between = fc.constantFrom('', '', '', ' ', '-', '\u2011', '\u2212', '\u200b', '\u202d', '(', ')', '（', '）', '.');
const fullWidth = (text: string): string => text.replace(/[+\d]/g, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0));

/** One number in two spellings, as people and their software write it. */
export const twoSpellings = fc
  .tuple(spelled, fc.nat(5), fc.nat(5), fc.array(between, { minLength: 20, maxLength: 20 }), fc.boolean())
  .map(([{ canonical, written }, first, second, signs, isWide]) => {
    const one = written[first % written.length] ?? canonical;
    const scattered = [...(written[second % written.length] ?? canonical)].map((sign, n) => sign + (signs[n] ?? '')).join('');
    return { canonical, one, other: isWide ? fullWidth(scattered) : scattered };
  });
