import * as z from 'zod';

/** Minutes behind the whole hours that some place has, by hours from UTC: Newfoundland, Iran, Nepal, Eucla, the Chathams. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  '-09': ['30'],
  '-03': ['30'],
  '-02': ['30'],
  '+03': ['30'],
  '+04': ['30'],
  '+05': ['30', '45'],
  '+06': ['30'],
  '+08': ['45'],
  '+09': ['30'],
  '+10': ['30'],
  '+12': ['45'],
  '+13': ['45'],
};

const whole = (sign: string, last: number, first: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, n) => `${sign}${String(first + n).padStart(2, '0')}`);

/** All distances from UTC that clocks somewhere on Earth have. */
export const OFFSETS: ReadonlySet<string> = new Set([
  ...[...whole('-', 12, 1), ...whole('+', 14, 0)].map((hours) => `${hours}:00`),
  ...Object.entries(PARTS).flatMap(([hours, parts]) => parts.map((part) => `${hours}:${part}`)),
]);

/** A district's distance from UTC. */
export const Offset = z
  .string()
  .refine((text) => OFFSETS.has(text), 'should be an offset from UTC that some place has, like "+08:00"');
