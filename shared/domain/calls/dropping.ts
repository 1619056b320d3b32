import { everySaid, longestSaid, plainWords } from '#domain/district/spoken-words.ts';
import type { Catalogue } from './words/catalogue.ts';

/** So many signs beside 算了 can't be a matter. */
const HARDLY_ANYTHING = 4;

/**
 * Whether somebody wants to file nothing after all, and says nothing else (`alone`) or something beside it. It is asked
 * before anything is dropped, so a doubt does no harm.
 */
export const cancelIn = ({ cancel, fillers, particles }: Catalogue['heard'], speech: string): 'alone' | 'beside' | undefined => {
  const { plainly, alone, around, others } = cancel;
  const text = plainWords(speech);
  const said = longestSaid(everySaid(new Set([plainly, alone, around, others, fillers, particles].flat().map(plainWords)), text));
  const isSaid = (words: readonly string[]): boolean => {
    const plain = new Set(words.map(plainWords));
    return said.some(({ word }) => plain.has(word));
  };
  const known = said.reduce((sum, { word }) => sum + word.replaceAll(' ', '').length, 0);
  const beside = text.replace(/[ ,]/g, '').length - known;
  if (isSaid(others) || !(isSaid(plainly) || (isSaid(alone) && beside <= HARDLY_ANYTHING))) return undefined;
  return beside === 0 ? 'alone' : 'beside';
};
