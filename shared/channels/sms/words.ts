import type { District } from '#domain/district/district.ts';
import { CODE_MINUTES } from '#domain/tickets/look-up.ts';

/** What is texted to reporters, in the language of the district: short, with the number to answer by. */
interface Words {
  opened(about: { district: string; hotline: string; number: string }): string;
  unreached(about: { district: string; hotline: string; number: string }): string;
  code(about: { district: string; hotline: string; code: string; minutes: number }): string;
}

const words: Record<District['language'], Words> = {
  zh: {
    opened: ({ district, hotline, number }) =>
      `【${district}${hotline}】您反映的问题已受理，工单号${number}。查询进度请拨${hotline}按2，输入工单号的数字，按#结束。`,
    unreached: ({ district, hotline, number }) =>
      `【${district}${hotline}】您的工单${number}已办结，回访电话未能接通。请用本机拨${hotline}按3评价。`,
    code: ({ district, hotline, code, minutes }) =>
      `【${district}${hotline}】查询工单的验证码：${code}，${minutes}分钟内有效，请勿告诉他人。如非本人查询，请不用理会。`,
  },
  en: {
    opened: ({ district, hotline, number }) =>
      `${district} ${hotline}: your matter is registered as ticket ${number}. To look it up call ${hotline}, press 2, and key in its digits and #.`,
    unreached: ({ district, hotline, number }) =>
      `${district} ${hotline}: your ticket ${number} is resolved, but we could not reach you. To rate it call ${hotline} from this telephone and press 3.`,
    code: ({ district, hotline, code, minutes }) =>
      `${district} ${hotline}: ${code} is the code to look your ticket up. It is good for ${minutes} minutes. Tell nobody. If you did not ask for it, do nothing.`,
  },
};

/** A ticket number as it is read in a message: the letters, and its digits in groups of four. */
export const inGroups = (number: string): string => number.replace(/\d{4}/g, ' $&');

/** What a reporter is texted. */
export const textTo = (
  event: 'opened' | 'reporter-unreached',
  number: string,
  { name, hotline, language }: Pick<District, 'name' | 'hotline' | 'language'>,
): string => {
  const about = { district: name, hotline, number: inGroups(number) };
  return event === 'opened' ? words[language].opened(about) : words[language].unreached(about);
};

/** The text with the code for who wants to look a ticket up. It says nothing of the ticket: anybody may read it. */
export const codeText = (code: string, { name, hotline, language }: Pick<District, 'name' | 'hotline' | 'language'>): string =>
  words[language].code({ district: name, hotline, code, minutes: CODE_MINUTES });
