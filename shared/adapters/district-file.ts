import { readFileSync } from 'node:fs';
import type { District } from '#domain/district/district.ts';

const beside = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;

/** A part of the district that is heavy, and that many starts never need: it is read when it is first asked for. */
const readLater = (district: District, part: 'dangerLexicon' | 'placeSounds', name: string): void => {
  let read: unknown;
  Object.defineProperty(district, part, {
    get: () => {
      read ??= beside(name);
      return read;
    },
  });
};

/**
 * The district that this function was shipped with: district.json lies beside the bundle. It was checked when it was
 * written, at synth, so it is not checked again at every start. What danger and places are understood by lies apart.
 */
export const shippedDistrict = (): District => {
  const district = beside<District>('./district.json');
  readLater(district, 'dangerLexicon', './danger-lexicon.json');
  readLater(district, 'placeSounds', './place-sounds.json');
  return district;
};
