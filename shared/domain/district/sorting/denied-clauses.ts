/**
 * Who says so does not want what follows: 不是来投诉的. 不得不 and 忍不住 deny nothing, and of what did not succeed (没调解成)
 * people still speak.
 */
export const DENIAL =
  '(?:(?<!得|忍)不|别|甭|无需|没(?=想|要|打算|准备|必要))(?:是|要|想|用|来|打算|打电话|打|准备|需要|必要|再|必|为了|就|我|俺|你们|您|跟你们|去)*';
/** What people name of a kind of matter. */
const KINDS = '(?:实名|匿名|申请|请求|提|给|一|个|点|条)*(?:投诉|举报|告状|告发|建议|咨询|求助|调解|报警|闹事|找事|找茬|抱怨)';
const BEGINS = '(?<=^|[\\p{P}\\s])';
const ENDS = '[,，。.;；!！、\\n\\s]+';
const LEAD = '(?:我|俺|咱|这|那|它|你们)?(?:们|个|事|回|次|里|家)?(?:可|也|并|真|其实|倒)?';
const CLAUSE = '[^,，。.;；!！?？、\\n]';

/** Clauses that say what a matter is not, where what follows says what it is. 不是停水，就是停电 says that it is both. */
const DENIED: readonly RegExp[] = [
  new RegExp(`${BEGINS}${LEAD}不是(?!说|没|不)${CLAUSE}{1,14}(?<![吗么嘛])(?=${ENDS}(?:而是|其实是|是|应该是|那是))`, 'gu'),
  new RegExp(
    `(?<=(?<!不)是(?!不)[^不,，。]{1,10}[,，\\s]{0,2})不是(?!说|没|不)${CLAUSE}{1,12}(?<![吗么嘛])(?=[,，。！!]|\\s*$)`,
    'gu',
  ),
  new RegExp(`${BEGINS}${LEAD}${DENIAL}${KINDS}${CLAUSE}{0,5}(?=${ENDS}[\\p{L}\\p{N}])`, 'gu'),
  /(?<=^|[\p{P}\s])(?:(?:it|this|that)(?:'s| is) |i(?:'m| am) )?not (?:about )?[^,.;!?\n]{2,40}(?=[,.;]? (?:but |it's |it is ))/gu,
  /(?<=^|[\p{P}\s])i (?:do not|don't|am not|did not|didn't) [^,.;!?\n]{0,30}(?:complain|report|suggest|question|mediat)[^,.;!?\n]{0,20}(?=[,.;] ?\p{L})/gu,
  /(?<=^|[\p{P}\s])(?:i'm )?not (?:here )?(?:to|calling to|a) [^,.;!?\n]{0,12}(?:complain|report|suggest|question|mediat)[^,.;!?\n]{0,20}(?=[,.;] ?\p{L})/gu,
];

/** The clauses of a plain text that say what a matter is not. */
export const deniedIn = (text: string): { at: number; end: number }[] =>
  DENIED.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: clause, index }) => ({ at: index, end: index + clause.length })),
  );
