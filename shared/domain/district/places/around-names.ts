import type { PlaceNames } from './place-names.ts';

/** From the sign `at` to the one before `end`. */
export interface Span {
  at: number;
  end: number;
}

const isHan = (sign: string | undefined): boolean => sign !== undefined && /\p{Script=Han}/u.test(sign);

// Not 路灯, 路面 and 街道: those are in the town.
const NAMED_AFTER =
  /^(?:路(?![灯面])|街(?!道)|大街|大道|巷|桥|小区|花园|家园|广场|市场|商场|医院|学校|中学|小学|幼儿园|酒店|宾馆|大厦)/;
/** After a short name only. */
const MORE_NAMED_AFTER = /^(?:山庄|城|湖|国际|大酒店|饭店|超市|公园|社区|新村|嘉园|名都|府|苑)/;
const NAMED_AFTER_IN_ENGLISH = /^ (?:road|street|avenue|lane|school|hospital|hotel)(?![a-z])/;

/** Whether only something was named that is called after a place, and may lie anywhere: 闻韶路, Riverside Road. */
export const isNamedAfter = (text: string, end: number, isFull: boolean): boolean => {
  const rest = text.slice(end);
  return NAMED_AFTER_IN_ENGLISH.test(rest) || (!isFull && (NAMED_AFTER.test(rest) || MORE_NAMED_AFTER.test(rest)));
};

/** What may stand between a place and one in it. */
const LINK = /^(?:办事处|办|的|这边|那边|下面|下属|辖|,)*$/;

/** The place that was named directly before, if any. */
export const placeBefore = <S extends Span>(text: string, at: number, known: readonly S[]): S | undefined =>
  known.find(({ end }) => end <= at && LINK.test(text.slice(end, at)));

/** A town, county or city that the district does not have: 张店区南定镇, before a village that may be called like one of ours. */
const FOREIGN = /(?:镇|乡|县|市|街道|(?<![小社地])区)(?:政府|办事处|办)?[的,]?$/;

/** Signs that end before a name begins. Not 东, 小, 前, 新 …: with them it is another name (小赵家村). */
const OPENERS = new Set(
  '在是住到去从来往的和跟离就我俺咱们这那您你他她村里边面块儿于属位为过给对有了啊呃嗯哦嘛咦哎唉哟哈呀吧呢说映诉报询问想找让请查帮叫等或与及号日天好点起间内外个址名处办',
);
const OPENING = /(?:[我俺咱你您他她们]家|[一问说查看]下)$/;

/** Whether a name begins there, and is no part of a longer one, and lies in no town of another district. */
export const beginsThere = (text: string, at: number, known: readonly Span[], { ofDistrict }: PlaceNames): boolean => {
  if (placeBefore(text, at, known)) return true;
  const before = text.slice(0, at);
  if (ofDistrict.some((name) => name !== '' && before.replace(/[的,]$/, '').endsWith(name))) return true;
  if (FOREIGN.test(before)) return false;
  const last = before.at(-1);
  return !isHan(last) || OPENERS.has(last ?? '') || OPENING.test(before);
};

/** Whether nothing stands before a name, or a place in which it lies: for names of one sign, which many words have. */
export const standsFirst = (text: string, at: number, known: readonly Span[]): boolean =>
  at === 0 || text[at - 1] === ',' || placeBefore(text, at, known) !== undefined;

const AFTER_SHORT =
  /^(?:$|[, 的那这里村有没停不是和跟与到我咱您嗯哦呃嘛咦哎唉哟啊吧呀呢]|附近|路灯|路面|[东西南北][头边面]|\P{Script=Han})/u;
const DIRECTION = /[东西南北]$/;

/** Whether a short name ends there: 北刘 does not in 北刘庄, and 朱台东 not in 朱台东边. */
export const endsThere = (text: string, { at, end }: Span): boolean => {
  const rest = text.slice(end);
  return AFTER_SHORT.test(rest) && !(DIRECTION.test(text.slice(at, end)) && /^[边面头侧部]/.test(rest));
};

const PLACE_BEFORE = /(?:在|到|住|去|从|我是|俺是)$/;
const PLACE_AFTER = /^(?:$|,|的|这边|那边|这里|那里|附近|这块|那块|一带)/;

/** Whether a sentence speaks of it as a place: 在学宫这边. */
export const isSpokenOfAsPlace = (text: string, { at, end }: Span): boolean =>
  PLACE_BEFORE.test(text.slice(0, at)) && PLACE_AFTER.test(text.slice(end));

const LEADING = /^(?:嗯|呃|啊|哦|哎|那个|这个|你好|您好|说的是|地址是|地点是|就是|住在|家住|[我俺咱](?:们|家)*|[在是就住到])*/;
const TRAILING =
  /(?:[那这](?:边|里|儿|块|个)|附近|旁边|跟前|一带|里面|里头|边上|[东西南北](?:头|边|面)|[里上的吧啊呀呢嘛了人])*$/;

/** The kernel of each clause of an answer: 在龙贯那边 is an answer of 龙贯. */
export const kernelsOf = (text: string): Span[] =>
  [...text.matchAll(/[^,]+/g)].map(({ 0: clause, index }) => {
    const lead = LEADING.exec(clause)?.[0].length ?? 0;
    const trail = TRAILING.exec(clause.slice(lead))?.[0].length ?? 0;
    return { at: index + lead, end: index + clause.length - trail };
  });
