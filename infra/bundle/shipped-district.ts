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

/** No function reads what topics a category covers (training does), or what code the statistics give an area. */
const asRead = ({ categories, areas, ...others }: District): District => ({
  ...others,
  areas: areas.map(({ code: _, ...area }) => area),
  categories: categories.map(({ topics: _, ...category }) => category),
});

/** A district's files as they are shipped with a function, by name: what danger, matters and places are understood by lies apart. */
export const shippedFiles = (district: District): Record<string, string | Uint8Array> => ({
  'district.json': JSON.stringify({ ...asRead(district), danger: withoutWords(district.danger), sortingModel: undefined }),
  'danger-lexicon.json': JSON.stringify(packLexicon(district)),
  'sorting-model.json.br': brotliCompressSync(JSON.stringify(district.sortingModel ?? null)),
  'place-sounds.json': JSON.stringify(district.placeSounds ?? {}),
});
