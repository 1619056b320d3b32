import type { TicketKind } from '#domain/district/kinds.ts';
import { beginningOf } from '#domain/text/beginning.ts';
import { DENIAL } from './denied-clauses.ts';

const WANT = '(?:我|俺|咱|我们|俺们)?(?:就是)?(?:要|想|来|是来|打电话)(?:要|想|来)?(?:电话)?';

const NOT_DENIED = `(?<!${DENIAL})`;
const NOT_DENIED_IN_ENGLISH = "(?<!\\b(?:not|don't|didn't|won't|never|no need)\\b[^,.;!?]{0,25})";

const english = (words: string): RegExp => new RegExp(`${NOT_DENIED_IN_ENGLISH}\\b(?:${words})\\b`, 'i');

/** How people name the kind of their matter themselves: 我要投诉, "I want to complain". */
const NAMED: readonly (readonly [RegExp, TicketKind])[] = [
  [new RegExp(`${NOT_DENIED}${WANT}投诉(?!电话|热线)|^投诉(?!电话|热线|渠道|方式|平台|举报)`, 'u'), 'complaint'],
  [new RegExp(`${NOT_DENIED}${WANT}(?:实名|匿名)?举报|^(?:实名|匿名)?举报(?!电话|热线|渠道|方式|平台)`, 'u'), 'whistleblowing'],
  [new RegExp(`${NOT_DENIED}${WANT}(?:提|给)?(?:一)?(?:个|点|条)?建议|^建议`, 'u'), 'suggestion'],
  [new RegExp(`${NOT_DENIED}${WANT}咨询|^咨询(?!电话|热线)`, 'u'), 'inquiry'],
  [new RegExp(`${NOT_DENIED}${WANT}(?:求助|请求帮助)|^求助(?!电话|热线)`, 'u'), 'help'],
  [new RegExp(`${NOT_DENIED}${WANT}(?:申请)?调解|^(?:请求|申请)调解`, 'u'), 'dispute'],
  [english('(?:make|file|lodge) a complaint|(?:want|like) to complain'), 'complaint'],
  [english('(?:have|make) a suggestion|like to suggest'), 'suggestion'],
  [english('have a question'), 'inquiry'],
  [english('(?:need|ask for) help'), 'help'],
];

const denied = (words: string): RegExp =>
  new RegExp(`(?<![要能可该想])${DENIAL}(?:实名|匿名|申请|请求|提|给|一|个|点|条)*${words}`, 'u');
/** How people say which kind it is not. */
const DENIED: readonly (readonly [RegExp, TicketKind])[] = [
  [denied('投诉'), 'complaint'],
  [denied('(?:举报|告发)'), 'whistleblowing'],
  [denied('建议'), 'suggestion'],
  [denied('咨询'), 'inquiry'],
  [denied('求助'), 'help'],
  [denied('调解'), 'dispute'],
  [/\b(?:not|don't want to|do not want to|not here to|no) (?:(?:make|file|lodge) )?(?:a |to )?complain/i, 'complaint'],
];

/** The beginning of a text, where people say why they ring or write. */
const BEGINNING = { chinese: { signs: 30 }, spelt: { signs: 90 } };
const HAN = /\p{Script=Han}/u;

const beginningIn = (text: string): string => beginningOf(text.trimStart(), HAN.test(text) ? BEGINNING.chinese : BEGINNING.spelt);
const kindsBy = (patterns: typeof NAMED, text: string): Set<TicketKind> =>
  new Set(patterns.filter(([pattern]) => pattern.test(beginningIn(text))).map(([, kind]) => kind));

/** The kinds that a matter is not, by its own words: 不用调解，直接告他. */
export const kindsDenied = (text: string): ReadonlySet<TicketKind> => kindsBy(DENIED, text);

/** The kind that a matter is given by its own words, where they name one and no other. */
export const kindNamed = (text: string): TicketKind | undefined => {
  const named = kindsBy(NAMED, text);
  const [kind] = named;
  return named.size === 1 ? kind : undefined;
};
