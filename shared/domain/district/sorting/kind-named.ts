import type { TicketKind } from '#domain/district/kinds.ts';
import { beginningOf } from '#domain/text/beginning.ts';

const WANT = '(?:我|俺|咱|我们|俺们)?(?:就是)?(?:要|想|来|是来|打电话)(?:要|想|来)?(?:电话)?';

/** Who says so does not want it: 不是来投诉的, "I don't want to complain". 不得不 and 忍不住 deny nothing. */
const NOT_DENIED =
  '(?<!(?:(?<!得|忍)不|别|甭|没|没有|无需)(?:是|要|想|用|来|打|打电话|打算|准备|需要|再|必|为了|就|我|俺|你们|您|跟你们|去)*)';
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
