import type { Span } from './spans.ts';
import type { Units } from './units.ts';

const NUMERAL = '[0-9零〇一二两三四五六七八九十百幺]';
/** A number that does not begin within another: 3, 十二, b3. */
const NUMBER = `(?<!${NUMERAL})(?:第|[a-k]-?)?(?:[0-9]{1,4}|[零〇一二两三四五六七八九十百幺]{1,5})`;
/** What has a number and is a house, a part of one, or a group of them. One bridge is none: 一座. */
const HOUSE = `(?:${NUMBER}(?:号楼|号院|号房(?!子)|号门|号(?:商)?铺|号公寓|#楼?|栋|幢|单元|室)|(?:[a-k]|(?<!${NUMERAL})[0-9]{1,2})座)`;
/** Its number in a road or a village: 人民路18号. A day of a month and a line of the bus are none. */
const IN_ROAD = `(?<=[路街道巷弄村庄里园苑区院]|胡同|门牌)${NUMBER}号(?!线|车|晚|早|上午|下午|${NUMERAL})`;
/** A floor on which something is. How high a house is, and from where or how far something comes, may be a danger. */
const FLOOR = `(?<!从|从第|自|由|到|往|至)${NUMBER}(?:楼(?!高)|层(?!楼|高|层))`;
/** 3-2-501, 3-502: but not five or six people. */
const SHORT = '(?<![0-9-])[0-9]{1,2}(?:[-#][0-9]{1,2}[-#][0-9]{2,4}|[-#][0-9]{3,4})(?:室|号|户)?(?![0-9-]|元|块|米|人|斤)';
/** Behind a house, a number alone is a room: 2单元301. The numbers of those who come are none, nor how many there are. */
const ROOM =
  '(?!(?:11[09]|12[02])(?![0-9]))(?:[0-9]{3,4}|[零〇幺一二三四五六七八九]{3,4})(?:室|号|户)?(?![0-9零〇一二两三四五六七八九十百]|个|人|名|位|口|户|元|块|岁|年|天|点|分|度|米|斤|多)';
const SIDE = '[东西南北中左右](?:边|侧|头|面|户|门(?!卫))(?:户)?';
/** Where it is, seen from a house: 3号楼前. */
const BESIDE =
  '的?(?:前(?:面|边|头)?(?![天几些两年晚阵段后夫妻男女往台])|后(?:面|边|头)?(?![来天果悔续勤])|[东西南北](?=$|[\\s，。,.!！])|旁边?|门口|门前|门外|附近|对面|这里|那里|这儿|那儿|这边|那边)';
const CHINESE = `(?:${HOUSE}|${IN_ROAD}|${FLOOR}|${SHORT})(?:[ ,，]?(?:${HOUSE}|${FLOOR}|${ROOM}|${SIDE}))*(?:${BESIDE})?`;

const HOUSE_OR_ROOM =
  '(?:building|block|tower|unit|room|apartment|apt|flat|suite|villa|entrance|gate|floor)[ .#]*(?:no[ .]*)?(?:[0-9]{1,4}[a-z]?|[b-h])';
/** The order of a floor; who falls from one may be in danger. */
const ENGLISH_FLOOR =
  '(?<!(?:from|off) (?:the |a )?)(?:[0-9]{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) floor';
const IN_STREET = '[0-9]{1,4} [a-z]+ (?:road|street|avenue|lane)';
const ENGLISH = `(?<![a-z0-9])(?:${HOUSE_OR_ROOM}|${ENGLISH_FLOOR}|${IN_STREET})(?![a-z0-9])`;

const ADDRESS = new RegExp(`${CHINESE}|${ENGLISH}`, 'g');

/** Where a text has the numbers of houses, units, floors and rooms: 5号楼2单元301室前, 人民路18号, "Building 3 Unit 2". */
export const houseNumbersIn = ({ text, starts, ends }: Units): Span[] => {
  const spans: Span[] = [];
  let at = 0;
  for (const { index, 0: address } of text.matchAll(ADDRESS)) {
    while (at < starts.length && (starts[at] ?? 0) < index) at += 1;
    let end = at;
    while (end < ends.length && (ends[end] ?? 0) <= index + address.length) end += 1;
    if (end > at) spans.push({ at, end });
  }
  return spans;
};
