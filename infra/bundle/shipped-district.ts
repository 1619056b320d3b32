import { brotliCompressSync } from 'node:zlib';
import type { DangerRules } from '#domain/district/danger/danger-rules.ts';
import { packLexicon } from '#domain/district/danger/lexicon.ts';
import type { District } from '#domain/district/district.ts';

/** What is still asked of the rules when their words are packed. */
const withoutWords = ({ dangers, otherwise, selfHarm }: DangerRules): DangerRules => ({
  dangers: dangers.map(({ id, emergencyNumber }) => ({ id, emergencyNumber, words: [] })),
  otherwise,
  selfHarm: selfHarm && { danger: selfHarm.danger, words: [] },
});

/**
 * A district's files as they are shipped with a function, by name. What is large lies apart, so that a start does not read it:
 * areas, categories, and what danger, matters and places are understood by.
 */
export const shippedFiles = (district: District): Record<string, string | Uint8Array> => {
  const { areas, categories, sortingModel, placeSounds, danger, ...others } = district;
  return {
    'district.json': JSON.stringify({ ...others, danger: withoutWords(danger) }),
    // No function reads what code the statistics give an area, or what topics a category covers (training does).
    'areas.json': JSON.stringify(areas.map(({ code: _, ...area }) => area)),
    'categories.json': JSON.stringify(categories.map(({ topics: _, ...category }) => category)),
    'danger-lexicon.json': JSON.stringify(packLexicon(district)),
    'sorting-model.json.br': brotliCompressSync(JSON.stringify(sortingModel ?? null)),
    'place-sounds.json': JSON.stringify(placeSounds ?? {}),
  };
};
