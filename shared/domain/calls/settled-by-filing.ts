import type { District } from '#domain/district/district.ts';
import { categoryIn } from '#domain/district/sort-matter.ts';
import { type Instant, plusMinutes } from '#domain/instant.ts';
import { longestOf, readableOf } from '#domain/text/free-text.ts';
import { Addition } from '#domain/tickets/ticket-texts.ts';
import type { CallBack, LostCall } from './call-back.ts';

/** What a caller has filed now. */
interface Filed {
  matter?: string | undefined;
  place?: string | undefined;
}

/** Whether two matters are of one category: not known where one of them names none. */
const isSameMatter = (one: string, other: string, district: District): boolean | undefined => {
  const [a, b] = [categoryIn(district, one), categoryIn(district, other)];
  return a.sure && b.sure ? a.category === b.category : undefined;
};

/**
 * What a call-back becomes when its caller rings again and files: lost calls about the same matter need nobody any more, nor
 * do those of the last while that named no other. `more` is what they said that is not filed. Undefined when all stay.
 */
export const settledByFiling = (
  seen: CallBack | undefined,
  filed: Filed,
  at: Instant,
  district: District,
): { becomes: CallBack; more: string | undefined } | undefined => {
  if (seen === undefined || seen.doneAt !== undefined) return undefined;
  const since = plusMinutes(at, -district.phone.callBackOnceWithinMinutes);
  const isSettled = ({ matter = '', at: lostAt }: LostCall): boolean =>
    isSameMatter(matter, filed.matter ?? '', district) ?? lostAt >= since;
  const { settled = [], left = [] } = Object.groupBy(seen.calls, (lost) => (isSettled(lost) ? 'settled' : 'left'));
  if (settled.length === 0) return undefined;
  const pieces = settled.flatMap(({ matter = '', place = '' }) => [...matter.split('；'), place]);
  const known = [filed.matter ?? '', filed.place ?? ''];
  const news = [...new Set(pieces)].filter((piece) => piece !== '' && !known.some((text) => text.includes(piece)));
  const version = seen.version + 1;
  const done = { doneAt: at, outcome: 'settled' as const };
  const becomes = left.length > 0 ? { ...seen, version, calls: left } : { ...seen, version, ...done };
  return { becomes, more: readableOf(news.join('；'), longestOf(Addition)) || undefined };
};
