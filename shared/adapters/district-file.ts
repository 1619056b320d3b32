import { readFileSync } from 'node:fs';
import type { District } from '#domain/district/district.ts';

const beside = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;

/**
 * The district that this function was shipped with: district.json lies beside the bundle. It was checked when it was
 * written, at synth, so it is not checked again at every start. What danger is understood by is heavy, and many starts
 * never judge a text: it is read when it is first asked for.
 */
export const shippedDistrict = (): District => {
  let lexicon: District['dangerLexicon'];
  return Object.defineProperty(beside<District>('./district.json'), 'dangerLexicon', {
    get: () => {
      lexicon ??= beside('./danger-lexicon.json');
      return lexicon;
    },
  });
};
