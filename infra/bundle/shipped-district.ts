import type { DangerRules } from '#domain/district/danger/danger-rules.ts';
import { packLexicon } from '#domain/district/danger/lexicon.ts';
import type { District } from '#domain/district/district.ts';

/** What is still asked of the rules when their words are packed. */
const withoutWords = ({ dangers, otherwise, selfHarm }: DangerRules): DangerRules => ({
  dangers: dangers.map(({ id, emergencyNumber }) => ({ id, emergencyNumber, words: [] })),
  otherwise,
  selfHarm: selfHarm && { danger: selfHarm.danger, words: [] },
});

/** A district's files as they are shipped with a function, by name: what danger and places are understood by lies apart. */
export const shippedFiles = (district: District): Record<string, string> => ({
  'district.json': JSON.stringify({ ...district, danger: withoutWords(district.danger) }),
  'danger-lexicon.json': JSON.stringify(packLexicon(district)),
  'place-sounds.json': JSON.stringify(district.placeSounds ?? {}),
});
