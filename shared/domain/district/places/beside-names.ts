import { plainWords } from '#domain/district/spoken-words.ts';
import { writtenPlaces } from './heard-places.ts';
import type { PlaceDistrict } from './place-in.ts';
import { placeNamesOf } from './place-names.ts';
import { soundingPlaces } from './sounding-places.ts';

/**
 * What an answer to where it is says beside the name of an area and of those around it, as they are written or sound, in plain
 * words: 就是那边 of 就是新店街道那边. The name of a place within the area says more, and stays.
 */
export const besideNamesOf = ({ areas, placeSounds }: PlaceDistrict, area: string, said: string): string => {
  const names = placeNamesOf(areas);
  const text = plainWords(said);
  const written = writtenPlaces(names, text, true);
  const sounding = placeSounds ? soundingPlaces(names, placeSounds, text, written, true) : [];
  const around = names.wayUp(area);
  const own = [...written, ...sounding].filter(({ ids }) => ids.some((id) => around.includes(id)));
  return text
    .split('')
    .filter((_, letter) => !own.some(({ at, end }) => at <= letter && letter < end))
    .join('');
};
