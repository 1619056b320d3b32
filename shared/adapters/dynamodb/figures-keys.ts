/*
 * Every key string of the figures table; nothing else knows them.
 *
 *   pk                            sk                         row
 *   five-minutes#2026-11-23T08    <by>#<value>#<start>       a cell of five minutes, among those of its hour
 *   hour#2026-11-23               <by>#<value>#<start>       a cell of an hour, among those of its day
 *   day#2026-11                   <by>#<value>#<start>       a cell of a day, among those of its month
 *   month#2026                    <by>#<value>#<start>       a cell of a month, among those of its year
 *   year#                         <by>#<value>#<start>       a cell of a year
 *   PROGRESS                      PROGRESS                   how far the figures are
 *
 * Cells lie together with their siblings, one value beside the next: what a table or a chart shows is few queries.
 */
import type { Place } from '#domain/figures/changes.ts';
import { type Level, startAbove } from '#domain/figures/spans.ts';
import type { Choice } from '#ports/figures.ts';

export const PROGRESS_KEY = { pk: 'PROGRESS', sk: 'PROGRESS' } as const;

export const cellsPk = (level: Level, above: string): string => `${level}#${above}`;
export const cellKey = (place: Place) => ({
  pk: cellsPk(place.level, startAbove(place)),
  sk: `${place.by}#${place.value}#${place.start}`,
});

/** The sort keys among which all wanted cells lie; without a value others lie there too. `$` is the character after `#`. */
export const sortKeysOf = ({ by, value, first, last }: Choice): { from: string; to: string } =>
  value === undefined ? { from: `${by}#`, to: `${by}$` } : { from: `${by}#${value}#${first}`, to: `${by}#${value}#${last}` };

/** The place that a row's keys say. */
export const placeOf = ({ pk, sk }: { pk: string; sk: string }): Place => {
  const [by, value, start] = sk.split('#') as [Place['by'], string, string];
  return { level: pk.slice(0, pk.indexOf('#')) as Level, start, by, value };
};
