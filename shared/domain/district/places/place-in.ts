import type { District } from '#domain/district/district.ts';
import { plainWords } from '#domain/district/spoken-words.ts';
import { type HeardPlace, RANKS, writtenPlaces } from './heard-places.ts';
import { type PlaceNames, placeNamesOf } from './place-names.ts';
import { soundingPlaces } from './sounding-places.ts';

/** What is read of a district to find a place. */
export type PlaceDistrict = Pick<District, 'areas' | 'placeSounds'>;

/** The place that words name. */
export interface PlaceFound {
  /** The most precise area that is sure; the district itself goes without saying. */
  area?: string;
  /** Areas that may be meant, and are to be confirmed: other places, or more precise ones. At most three. */
  maybe: readonly string[];
}

/** How a text came about. */
export interface Listening {
  /** It answers the question where something is, so that less need be said. */
  asked?: boolean;
  /** The area that is known already. */
  within?: string | undefined;
}

const MOST_CHOICES = 3;

/** The areas that are named by themselves, and those that are meant because they lie in one that was named. */
const namedBy = (heard: readonly HeardPlace[], wayUp: PlaceNames['wayUp'], within: string | undefined): string[] => {
  const above = (id: string): readonly string[] => wayUp(id).slice(1);
  const meanings = [...new Map(heard.map(({ word, ids }) => [word, ids])).values()].map((ids) =>
    // Of a town and a village in it that are called the same, the town is right in any case.
    ids.filter((id) => !above(id).some((higher) => ids.includes(higher))),
  );
  const first = [...meanings.flatMap((ids) => (ids.length === 1 ? ids : [])), ...(within === undefined ? [] : [within])];
  let named = first.filter((id) => above(id).length > 0);
  // The villages of one name first, then their grids.
  for (const depth of [1, 2, 3]) {
    const around = (id: string): number => above(id).filter((higher) => named.includes(higher)).length;
    const meant = meanings.flatMap((ids) => {
      if (ids.length < 2 || Math.min(...ids.map((id) => above(id).length)) !== depth) return [];
      const most = Math.max(...ids.map(around));
      const fitting = ids.filter((id) => around(id) === most);
      return most > 0 && fitting.length === 1 ? fitting : [];
    });
    named = [...named, ...meant];
  }
  return named;
};

/** The lowest of several areas: those above another one say no more. */
const lowest = (ids: readonly string[], wayUp: PlaceNames['wayUp']): string[] =>
  [...new Set(ids)].filter((id) => !ids.some((other) => other !== id && wayUp(other).includes(id)));

/** Of what may be meant: what lies within another one that may be, then what is most alike. */
const likeliest = (heard: readonly HeardPlace[], wayUp: PlaceNames['wayUp']): string[] => {
  const ids = heard.flatMap((one) => one.ids);
  const supported = (id: string): boolean => wayUp(id).some((higher) => higher !== id && ids.includes(higher));
  const low = lowest(ids, wayUp);
  const within = low.filter(supported);
  const left = within.length > 0 ? within : low;
  const rankOf = (id: string): number => Math.min(...heard.flatMap((one) => (one.ids.includes(id) ? [one.rank] : [])));
  const best = Math.min(...left.map(rankOf));
  return left.filter((id) => rankOf(id) === best);
};

/** A name that is written as it is, or what sounds like a town's whole name: it contradicts a place elsewhere. */
const contradicts = ({ word, rank }: HeardPlace): boolean =>
  rank === RANKS.doubtful || (rank > RANKS.loose && /(?:镇|街道)$/u.test(word));

/**
 * The place that words name. What is written as the data writes it is sure, unless it names several places that do not lie
 * within each other; a name that several areas have means the one that lies within another one that was named. Sounds alone
 * are never sure.
 */
export const placeIn = (
  { areas, placeSounds }: PlaceDistrict,
  said: string,
  { asked = false, within }: Listening = {},
): PlaceFound => {
  const names = placeNamesOf(areas);
  const { wayUp } = names;
  const text = plainWords(said);
  const written = writtenPlaces(names, text, asked);
  const sounding = placeSounds ? soundingPlaces(names, placeSounds, text, written, asked) : [];
  const sure = written.filter(({ rank }) => rank === RANKS.sure);
  const unsure = [...written.filter(({ rank }) => rank !== RANKS.sure), ...sounding];
  const named = namedBy(sure, wayUp, within);
  const area = named.find((id) => named.every((other) => wayUp(id).includes(other)));
  const few = (ids: readonly string[]): string[] => (ids.length > MOST_CHOICES ? [] : [...ids]);
  if (area === undefined) {
    if (named.length > 0) return { maybe: few(lowest(named, wayUp)) };
    // The district itself, and names that several areas have.
    const open = [...sure, ...unsure].map((one) => ({ ...one, ids: one.ids.filter((id) => wayUp(id).length > 1) }));
    return { maybe: few(likeliest(open, wayUp)) };
  }
  const elsewhere = unsure.filter(
    (one) => contradicts(one) && !one.ids.some((id) => wayUp(area).includes(id) || wayUp(id).includes(area)),
  );
  if (elsewhere.length > 0 && within === undefined)
    return { maybe: few(lowest([area, ...elsewhere.flatMap(({ ids }) => ids)], wayUp)) };
  const closer = [...sure, ...unsure]
    .map((one) => ({ ...one, ids: one.ids.filter((id) => id !== area && wayUp(id).includes(area)) }))
    .filter(({ ids }) => ids.length > 0);
  return { area, maybe: few(likeliest(closer, wayUp)) };
};

/** The most precise area that was surely named; undefined when none was, or several that do not lie within each other. */
export const areaIn = (district: PlaceDistrict, said: string, listening: Listening = {}): string | undefined =>
  placeIn(district, said, listening).area;
