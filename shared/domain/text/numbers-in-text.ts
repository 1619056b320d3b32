import { beginningOf, type Most } from './beginning.ts';

/*
 * Numbers that surely name a person, inside of what people write: telephones, and identity card numbers with the right check
 * digit. Only what is sure: a text in which an amount or a house number is missing says something else.
 */

/** Where a number stands in a text. */
export interface NumberSpan {
  start: number;
  end: number;
}

/** Digits that stand together, with the place of each end. */
interface Group extends NumberSpan {
  digits: string;
}

/** As a number is read out: 一 is also 幺. */
const READ_OUT = '零一二三四五六七八九';
const GROUPS = /\p{Nd}+|[〇零一二三四五六七八九幺]+/gu;

const digitsOf = (written: string): string =>
  written
    .normalize('NFKC')
    .replace(/[〇零一二三四五六七八九幺]/gu, (sign) => String(sign === '〇' ? 0 : sign === '幺' ? 1 : READ_OUT.indexOf(sign)));

/** What may stand between the digits of one number; a new line begins another one. */
const GAP = /^[^\S\n]*(?:[\p{Cf}\p{Pd}\p{Ps}\p{Pe}./·\u2212][^\S\n]*){0,4}$/u;
const LONGEST_GAP = 8;

const groupsIn = (text: string): Group[] =>
  [...text.matchAll(GROUPS)]
    .map(({ 0: written, index }) => ({ digits: digitsOf(written), start: index, end: index + written.length }))
    .filter(({ digits }) => /^\d+$/.test(digits));

const isPlus = (sign: string | undefined): boolean => sign === '+' || sign === '＋';

/** Groups that follow each other, as one number could be written. */
interface Run {
  groups: readonly Group[];
  gaps: readonly string[];
  digits: string;
  hasPlus: boolean;
  /** What stands before and behind it. */
  before: string;
  after: string;
}

/** Dots and strokes stand between the parts of times and dates too: in one number there is no other sign beside them. */
const isEvenlySpaced = ({ gaps }: Run): boolean => {
  const signs = gaps.map((gap) => gap.replace(/[\s\p{Cf}]/gu, '')).filter((_, place) => gaps[place] !== '');
  return !signs.some((sign) => /[./]/.test(sign)) || new Set(signs).size === 1;
};

/** 1985-06-12 120: a day, and another number behind it. */
const beginsWithDay = ({ groups, gaps }: Run): boolean => {
  const [year = '', month = '', day = ''] = groups.map(({ digits }) => digits);
  const isDay = /^19\d\d$/.test(year) && /^(0?[1-9]|1[0-2])$/.test(month) && /^(0?[1-9]|[12]\d|3[01])$/.test(day);
  return isDay && /^[-\s]$/.test(gaps[0] ?? '') && gaps[0] === gaps[1];
};

const isAmount = ({ before, after }: Run): boolean =>
  /[¥￥$＄]\s*$|人民币\s*$/u.test(before) || /^(?:\.\d+)?\s*[万亿]?元(?![旦宵月])/u.test(after);

const MOBILE = /^(?:(?:00)?86|0)?1[3-9]\d{9}$/;
const isMobile = (run: Run): boolean => MOBILE.test(run.digits) && isEvenlySpaced(run) && !beginsWithDay(run);

const AREA = '(?:10|2\\d|[3-9]\\d\\d)';
const LANDLINE = /^(?:00)?(?:86)?0?(?:(?:10|2\d)[2-8]\d{7}|[3-9]\d\d[2-8]\d{6,7})$/;
const FROM_AREA = new RegExp(`^(?:(?:00)?86|0)${AREA}`);
const AREA_ALONE = new RegExp(`^(?:(?:(?:00)?86)?0?${AREA}|(?:00)?86)$`);

/** A landline has its area code, which stands apart from the rest if anything does. */
const isLandline = (run: Run): boolean => {
  const [first, ...others] = run.groups.map(({ digits }) => digits);
  // 86 in one piece with the rest may begin any number.
  const isApart = others.length === 0 ? run.hasPlus || run.digits.startsWith('0') : AREA_ALONE.test(first ?? '');
  return LANDLINE.test(run.digits) && FROM_AREA.test(run.digits) && isApart && others.length <= 3 && isEvenlySpaced(run);
};

/** Numbers of other countries are known by their +. */
const ABROAD = /^(?:1\d{10}|81\d{9,10}|82\d{8,10}|85[23]\d{8}|886\d{8,9}|(?!86)[2-9]\d{9,11})$/;
const isAbroad = (run: Run): boolean => run.hasPlus && ABROAD.test(run.digits) && isEvenlySpaced(run);

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** The check sign of the seventeen digits of an identity card number (GB 11643). */
export const identityCheckOf = (digits: string): string =>
  CHECKS[WEIGHTS.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11] ?? '';

const IDENTITY = /^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}/;

/** Where an identity card number ends that has these groups; its last sign may be an X. */
const endOfIdentity = ({ digits, groups, after }: Run): number | undefined => {
  const end = groups.at(-1)?.end ?? 0;
  if (!IDENTITY.test(digits)) return undefined;
  const check = identityCheckOf(digits);
  if (digits.length === 18) return digits.endsWith(check) ? end : undefined;
  const x = digits.length === 17 && check === 'X' ? /^[^\S\n]?[xXｘＸ](?!\p{L})/u.exec(after) : null;
  return x ? end + x[0].length : undefined;
};

const endOfNumber = (run: Run): number | undefined => {
  const identity = endOfIdentity(run);
  if (identity !== undefined) return identity;
  const isTelephone = !isAmount(run) && (isMobile(run) || isLandline(run) || isAbroad(run));
  return isTelephone ? run.groups.at(-1)?.end : undefined;
};

const MOST_DIGITS = 18;
/** So much around a number is looked at. */
const AROUND = 8;

/** The number that begins with this group: the longest one. */
const numberFrom = (text: string, all: readonly Group[], first: number): NumberSpan | undefined => {
  const groups: Group[] = [];
  const gaps: string[] = [];
  let [digits, found]: [string, NumberSpan | undefined] = ['', undefined];
  const begin = all[first]?.start ?? 0;
  const hasPlus = isPlus(text[begin - 1]);
  const before = text.slice(Math.max(begin - AROUND, 0), begin);
  for (const group of all.slice(first)) {
    const gap = groups.length === 0 ? '' : text.slice(groups.at(-1)?.end, group.start);
    digits += group.digits;
    if (gap.length > LONGEST_GAP || !GAP.test(gap) || digits.length > MOST_DIGITS) break;
    if (groups.length > 0) gaps.push(gap);
    groups.push(group);
    const after = text.slice(group.end, group.end + AROUND);
    const end = endOfNumber({ groups, gaps, digits, hasPlus, before, after });
    if (end !== undefined) found = { start: begin - (hasPlus ? 1 : 0), end };
  }
  return found;
};

/** Where in a text numbers stand that surely name a person. */
export const numbersIn = (text: string): NumberSpan[] => {
  const groups = groupsIn(text);
  const found: NumberSpan[] = [];
  for (const [place, { start }] of groups.entries()) {
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const number = numberFrom(text, groups, place);
    if (number) found.push(number);
  }
  return found;
};

/** What stands instead of a number. */
const HIDDEN = '***';

/** The text without the numbers that surely name a person. */
export const maskNumbers = (text: string): string => {
  const kept: string[] = [];
  let from = 0;
  for (const { start, end } of numbersIn(text)) {
    kept.push(text.slice(from, start), HIDDEN);
    from = end;
  }
  return [...kept, text.slice(from)].join('');
};

/** The beginning of a text, with no such number cut in two: half of one could not be masked any more. */
export const beginningWithWholeNumbers = (text: string, most: Most): string => {
  const beginning = beginningOf(text, most);
  const cut = numbersIn(text).find(({ start, end }) => start < beginning.length && beginning.length < end);
  return cut ? beginning.slice(0, cut.start) : beginning;
};
