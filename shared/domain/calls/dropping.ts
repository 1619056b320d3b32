import { everySaid, longestSaid, plainWords } from '#domain/district/spoken-words.ts';
import type { CancelWords } from './words/catalogue.ts';

/** So many signs beside 算了 can't be a matter. */
const HARDLY_ANYTHING = 4;

/** Whether somebody wants to file nothing after all. It is asked before anything is dropped, so a doubt does no harm. */
export const isCancelled = ({ plainly, alone, around, others }: CancelWords, speech: string): boolean => {
  const text = plainWords(speech);
  const said = longestSaid(everySaid(new Set([plainly, alone, around, others].flat().map(plainWords)), text));
  const isSaid = (words: readonly string[]): boolean => {
    const plain = new Set(words.map(plainWords));
    return said.some(({ word }) => plain.has(word));
  };
  if (isSaid(others)) return false;
  if (isSaid(plainly)) return true;
  const known = said.reduce((sum, { word }) => sum + word.replaceAll(' ', '').length, 0);
  return isSaid(alone) && text.replace(/[ ,]/g, '').length - known <= HARDLY_ANYTHING;
};
