import { readFileSync } from 'node:fs';
import type { District } from '#domain/district/district.ts';

/**
 * The district that this function was shipped with: district.json lies beside the bundle. It was checked when it was
 * written, at synth, so it is not checked again at every start.
 */
export const shippedDistrict = (): District =>
  JSON.parse(readFileSync(new URL('./district.json', import.meta.url), 'utf8')) as District;
