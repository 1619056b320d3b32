import type { Reader } from '#contracts/http/reader.ts';
import type { District } from '#domain/district/district.ts';
import { smallDistrict } from './small-district.ts';

/** Somebody in a role who reads what an answer shows, in the language of the district. */
export const readerAs = (role: Reader['role'], district: District = smallDistrict): Reader => ({
  role,
  language: district.language,
  district,
});
