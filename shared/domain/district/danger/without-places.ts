import { houseNumbersIn } from './house-numbers.ts';
import type { Found, Meaning } from './lexicon.ts';
import type { Span } from './spans.ts';
import type { Units } from './units.ts';

const isOf = ({ meanings }: Found, ...kinds: readonly Meaning['kind'][]): boolean =>
  meanings.some(({ kind }) => kinds.includes(kind));

/** The places that are named, the longest at each unit, and no two over each other. */
const placesIn = (found: readonly Found[]): Span[] => {
  const places: { at: number; end: number }[] = [];
  for (const { at, end } of found.filter((one) => isOf(one, 'place'))) {
    const last = places.at(-1);
    if (last === undefined || at >= last.end) places.push({ at, end });
    else if (at === last.at) last.end = Math.max(last.end, end);
  }
  return places;
};

/**
 * A text without the names of the district's areas and the numbers of houses, so that no letter of an address speaks for or
 * against a danger: 敬仲镇白兔丘, 5号楼2单元301. Words of danger stay, and so does a word that lies only partly in one, 3号楼顶.
 * All other units keep their places in the text.
 */
export const withoutPlaces = (units: Units, found: readonly Found[]): Units => {
  const places = [...placesIn(found), ...houseNumbersIn(units)];
  if (places.length === 0) return units;
  const { ids, starts, ends, breaks, text } = units;
  const isNamed = new Uint8Array(ids.length);
  for (const { at, end } of places) isNamed.fill(1, at, end);
  for (const one of found) {
    const runsOut = isOf(one, 'list', 'harmless') && isNamed.subarray(one.at, one.end).includes(0);
    if (runsOut || isOf(one, 'danger', 'doubt', 'self-harm', 'alone')) isNamed.fill(0, one.at, one.end);
  }
  const left: Units = { text, ids: [], starts: [], ends: [], breaks: [] };
  let before = 0;
  for (const [at, id] of ids.entries()) {
    // What ended a clause before a name ends it where the name is gone.
    before = Math.max(before, breaks[at] ?? 0);
    if (isNamed[at] === 1) continue;
    left.ids.push(id);
    left.starts.push(starts[at] ?? 0);
    left.ends.push(ends[at] ?? 0);
    left.breaks.push(before);
    before = 0;
  }
  return left;
};
