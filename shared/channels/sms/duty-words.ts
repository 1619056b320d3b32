import { areaSaid } from '#domain/calls/areas.ts';
import { catalogueOf } from '#domain/calls/words/catalogues.ts';
import type { District } from '#domain/district/district.ts';
import { beginningOf } from '#domain/text/beginning.ts';
import type { DutyBrief } from '#domain/tickets/duty.ts';
import { inGroups } from './words.ts';

interface About {
  district: string;
  hotline: string;
  number: string;
  where: string;
  /** Absent for what is confidential. */
  matter: string | undefined;
  /** So many other tickets wait. */
  more: number;
}

const words: Record<District['language'], (about: About) => string> = {
  zh: ({ district, hotline, number, where, matter = '内容保密', more }) =>
    `【${district}${hotline}值班】工单${number}需马上处置。地点：${where}。${matter}。${more > 0 ? `另有${more}件也在等。` : ''}请接听来电，按1接办。`,
  en: ({ district, hotline, number, where, matter = 'The matter is confidential', more }) =>
    `${district} ${hotline}, duty: ticket ${number} needs somebody now. Where: ${where}. ${matter}.${more > 0 ? ` And ${more} more.` : ''} Please answer our call and press 1 to take it.`,
};

/** So many signs of a place are texted. */
const SHORT_PLACE = { signs: 20 };

/** The beginning of a place, to its first comma: what finds it. Somebody else may read what lies on a telephone. */
const shortPlace = (place: string): string => beginningOf(/^[^,，;；。\n]+/u.exec(place)?.[0] ?? '', SHORT_PLACE);

/** What who is on duty is texted beside the call; of what is confidential the number and the area alone. */
export const dutyText = ({ number, area, place, matter, more }: DutyBrief & { more: number }, district: District): string => {
  const { name, hotline, language } = district;
  const isConfidential = matter === undefined;
  const parts = [...areaSaid(language, district, area), ...(place === undefined || isConfidential ? [] : [shortPlace(place)])];
  const where = catalogueOf(language).where(parts);
  const ended = matter?.replace(/[。．.]+$/u, '');
  return words[language]({ district: name, hotline, number: inGroups(number), where: where || name, matter: ended, more });
};
