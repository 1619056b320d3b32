import { readFileSync } from 'node:fs';
import type { District } from '#domain/district/district.ts';

const beside = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

/** What is heavy, and what many starts never ask for: each lies in a file of its own, and is read when it is first asked for. */
const LATER = {
  dangerLexicon: './danger-lexicon.json',
  sortingModel: './sorting-model.json',
  placeSounds: './place-sounds.json',
} as const satisfies Partial<Record<keyof District, string>>;

/**
 * The district that this function was shipped with: district.json lies beside the bundle. It was checked when it was
 * written, at synth, so it is not checked again at every start.
 */
export const shippedDistrict = (): District => {
  const district = beside('./district.json') as District;
  for (const [field, name] of Object.entries(LATER)) {
    let read: { value: unknown } | undefined;
    // A district without one has `null` there.
    const get = (): unknown => {
      read ??= { value: beside(name) ?? undefined };
      return read.value;
    };
    Object.defineProperty(district, field, { get });
  }
  return district;
};
