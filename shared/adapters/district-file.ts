import { readFileSync } from 'node:fs';
import type { District } from '#domain/district/district.ts';
import { once } from '#domain/once.ts';

const bytesBeside = (name: string): Buffer => readFileSync(new URL(name, import.meta.url));
const beside = (name: string): unknown => JSON.parse(bytesBeside(name).toString());

/** The same, of a file that is compressed. Only who asks for one loads what opens it. */
const compressedBeside = (name: string): unknown => {
  const { brotliDecompressSync } = process.getBuiltinModule('node:zlib');
  return JSON.parse(brotliDecompressSync(bytesBeside(name)).toString());
};

/** What is heavy, and what many starts never ask for: each lies in a file of its own, and is read when it is first asked for. */
const LATER = {
  areas: () => beside('./areas.json'),
  categories: () => beside('./categories.json'),
  dangerLexicon: () => beside('./danger-lexicon.json'),
  sortingModel: () => compressedBeside('./sorting-model.json.br'),
  placeSounds: () => beside('./place-sounds.json'),
} as const satisfies Partial<Record<keyof District, () => unknown>>;

/**
 * The district that this function was shipped with: district.json lies beside the bundle. It was checked when it was
 * written, at synth, so it is not checked again at every start.
 */
export const shippedDistrict = (): District => {
  const district = beside('./district.json') as District;
  for (const [field, readLater] of Object.entries(LATER)) {
    // A district without one has `null` there.
    Object.defineProperty(district, field, { get: once(() => readLater() ?? undefined) });
  }
  return district;
};
