import { accessLaws } from './access-laws.ts';
import { alarmLaws } from './alarm-laws.ts';
import { queueLaws } from './queue-laws.ts';
import { routeLaws } from './route-laws.ts';

/** The laws, by what they say. */
export const laws = { ...queueLaws, ...alarmLaws, ...accessLaws, ...routeLaws };
