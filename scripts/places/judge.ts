import type { District } from '#domain/district/district.ts';
import { type PlaceFound, placeIn } from '#domain/district/places/place-in.ts';
import { placeNamesOf } from '#domain/district/places/place-names.ts';

/** What becomes of an address. `unsure` is to be confirmed; of `kept` only the words, and the town if one was named, are known. */
export const OUTCOMES = ['right', 'unsure', 'kept', 'sure and wrong'] as const;

/** An address of the table, and what was understood. */
export interface JudgedAddress {
  text: string;
  /** The right area; several where nobody can know which; none for a place in no list. */
  areas: readonly string[];
  remark: string;
  found: PlaceFound;
  outcome: (typeof OUTCOMES)[number];
}

/** Judges a table of addresses: text, right area or -, remark. A remark that begins with "answer" answers the question for the place. */
export const judgeAddresses = (district: District, table: string): JudgedAddress[] => {
  const { wayUp } = placeNamesOf(district.areas);
  return table
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [text = '', right = '', remark = ''] = line.split('\t');
      const areas = right === '-' ? [] : right.split(' ');
      const found = placeIn(district, text, { asked: remark.startsWith('answer') });
      const { area, maybe } = found;
      const isTrue = areas.length > 0 && areas.every((one) => area !== undefined && wayUp(one).includes(area));
      const unsure = maybe.length > 0 ? 'unsure' : 'kept';
      const sure = areas.length === 1 && areas[0] === area ? 'right' : isTrue ? unsure : 'sure and wrong';
      return { text, areas, remark, found, outcome: area === undefined ? unsure : sure };
    });
};
