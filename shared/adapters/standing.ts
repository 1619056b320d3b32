import type { District } from '#domain/district/district.ts';
import type { Clock, RandomBelow } from '#ports/clock.ts';
import { shippedDistrict } from './district-file.ts';
import { secureRandomBelow, systemClock } from './system-clock.ts';

/** What every handler may use beside its ports: the district that was shipped with the function, the time, and chance. */
export const standing = (): { district: District; now: Clock; randomBelow: RandomBelow } => ({
  district: shippedDistrict(),
  now: systemClock,
  randomBelow: secureRandomBelow,
});
