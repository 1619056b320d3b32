import type { TicketKind } from '#domain/district/kinds.ts';
import { beginningOf } from '#domain/text/beginning.ts';

const WANT = '(?:我|俺|咱|我们|俺们)?(?:就是)?(?:要|想|来|是来|打电话)(?:要|想|来)?(?:电话)?';

/** How people name the kind of their matter themselves: 我要投诉, "I want to complain". */
const NAMED: readonly (readonly [RegExp, TicketKind])[] = [
  [new RegExp(`${WANT}投诉(?!电话|热线)|^投诉(?!电话|热线|渠道|方式|平台|举报)`, 'u'), 'complaint'],
  [new RegExp(`${WANT}(?:实名|匿名)?举报|^(?:实名|匿名)?举报(?!电话|热线|渠道|方式|平台)`, 'u'), 'whistleblowing'],
  [new RegExp(`${WANT}(?:提|给)?(?:一)?(?:个|点|条)?建议|^建议`, 'u'), 'suggestion'],
  [new RegExp(`${WANT}咨询|^咨询(?!电话|热线)`, 'u'), 'inquiry'],
  [new RegExp(`${WANT}(?:求助|请求帮助)|^求助(?!电话|热线)`, 'u'), 'help'],
  [new RegExp(`${WANT}(?:申请)?调解|^(?:请求|申请)调解`, 'u'), 'dispute'],
  [/\b(?:make|file|lodge) a complaint\b|\b(?:want|like) to complain\b/i, 'complaint'],
  [/\b(?:have|make) a suggestion\b|\blike to suggest\b/i, 'suggestion'],
  [/\bhave a question\b/i, 'inquiry'],
  [/\b(?:need|ask for) help\b/i, 'help'],
];

/** The beginning of a text, where people say why they ring or write. */
const BEGINNING = { chinese: { signs: 30 }, spelt: { signs: 90 } };
const HAN = /\p{Script=Han}/u;

/** The kind that a matter is given by its own words, where they name one and no other. */
export const kindNamed = (text: string): TicketKind | undefined => {
  const beginning = beginningOf(text.trimStart(), HAN.test(text) ? BEGINNING.chinese : BEGINNING.spelt);
  const named = new Set(NAMED.filter(([pattern]) => pattern.test(beginning)).map(([, kind]) => kind));
  const [kind] = named;
  return named.size === 1 ? kind : undefined;
};
