import type { Heard } from './catalogue.ts';
import { meaning } from './meaning.ts';

/** The day on which a ticket was opened; a recent one needs no month. */
export interface SpokenDay {
  month: number | undefined;
  day: number;
}

/** A ticket of the telephone that rings; `category` is empty where this language has no word for it. */
interface SpokenTicket {
  category: string;
  opened: SpokenDay;
}

/** What is said of the tickets of the telephone that rings, and how one of them is chosen. */
export interface OwnWords {
  /** Which of them it is, by the keys from 1; the key after the last is for all others. */
  ask(about: { tickets: readonly SpokenTicket[] }): string;
  /** Where one stands. */
  told(about: SpokenTicket & { state: string; due: { month: number; day: number } | undefined }): string;
  heard: Heard;
}

const dayZh = ({ month, day }: SpokenDay): string => `${month === undefined ? '' : `${month}月`}${day}日`;

/** 普通话。 */
export const OWN_ZH: OwnWords = {
  ask: ({ tickets }) =>
    `${tickets.map(({ category, opened }, n) => `${dayZh(opened)}${category}按${n + 1}，`).join('')}其他按${tickets.length + 1}。`,
  told: ({ category, opened, state, due }) =>
    `您${dayZh(opened)}的${category}工单${state}${due === undefined ? '' : `，期限${due.month}月${due.day}日`}。`,
  heard: [
    ...meaning('1', '第一个|头一个|最近|最新'),
    ...meaning('2', '第二个'),
    ...meaning('3', '第三个'),
    ...meaning('others', '其他|其它|别的|都不是|不是这些'),
  ],
};

/** The months, as English calls them. */
export const MONTHS_EN = 'January February March April May June July August September October November December'.split(' ');
const ENDINGS = ['th', 'st', 'nd', 'rd'];
const ordinal = (day: number): string => `${day}${(day > 10 && day < 14 ? undefined : ENDINGS.at(day % 10)) ?? 'th'}`;
const dayEn = ({ month, day }: SpokenDay): string =>
  month === undefined ? `the ${ordinal(day)}` : `${MONTHS_EN[month - 1]} ${day}`;

/** English. */
export const OWN_EN: OwnWords = {
  ask: ({ tickets }) =>
    `Press ${tickets.map(({ category, opened }, n) => `${n + 1} for ${category && `${category} of `}${dayEn(opened)}, `).join('')}${tickets.length + 1} for others.`,
  told: ({ category, opened, state, due }) =>
    `Your ticket of ${dayEn(opened)}${category && `, ${category},`} ${state}.${due === undefined ? '' : ` It is due on ${dayEn(due)}.`}`,
  heard: [
    ...meaning('1', 'first|newest|latest'),
    ...meaning('2', 'second'),
    ...meaning('3', 'third'),
    ...meaning('others', 'another|others|other|none of these|none of them|neither'),
  ],
};
