import { beginsThere, isNamedAfter, isSpokenOfAsPlace, kernelsOf, type Span } from './around-names.ts';
import { type HeardPlace, RANKS } from './heard-places.ts';
import type { PlaceName, PlaceNames } from './place-names.ts';
import { alike, type Heard, type PlaceSounds, soundsOf } from './sounds.ts';

/** A name as its sounds are compared: the ending must be written as it is, since all names have one of these. */
interface Sounding {
  stem: string;
  ending: string;
  name: PlaceName;
}

const ENDING = /(?:街道|回族镇|镇|村居委会|居委会|社区|村)$/u;
const HAN_ALONE = /^\p{Script=Han}+$/u;

const soundingOf = (name: PlaceName): Sounding[] => {
  const { word, form, level } = name;
  if (!HAN_ALONE.test(word) || form === 'loose' || level === 'district' || level === 'grid') return [];
  const ending = ENDING.exec(word)?.[0] ?? '';
  const stem = word.slice(0, word.length - ending.length);
  return stem.length > 1 ? [{ stem, ending, name }] : [];
};

/** The names by the two sounds with which they begin. */
type Sounds = ReadonlyMap<string, readonly Sounding[]>;

/** How two signs may sound together, for people who do not tell near sounds apart. */
const beginningsOf = (heard: Heard, text: string, at: number): readonly string[] => {
  const [first, second] = [heard.get(text.charAt(at)), heard.get(text.charAt(at + 1))];
  if (!first || !second) return [];
  if (first.length === 1 && second.length === 1) return [`${first[0]?.near} ${second[0]?.near}`];
  return [...new Set(first.flatMap((one) => second.map(({ near }) => `${one.near} ${near}`)))];
};

const made = new WeakMap<PlaceNames, Sounds>();
const bySound = (names: PlaceNames, heard: Heard): Sounds => {
  const known = made.get(names);
  if (known) return known;
  const begin = new Map<string, Sounding[]>();
  for (const sounding of [...names.byWord.values()].flatMap(soundingOf)) {
    for (const beginning of beginningsOf(heard, sounding.stem, 0)) {
      begin.set(beginning, [...(begin.get(beginning) ?? []), sounding]);
    }
  }
  made.set(names, begin);
  return begin;
};

const covers = (one: Span, other: Span): boolean => one.at < other.end && other.at < one.end;

/**
 * Names that sound like what is written in a text: 学宫街道 for 雪宫街道. None of them is sure. A name without an ending
 * counts only where nothing else was answered, or, of a town, where a sentence speaks of it as a place.
 */
export const soundingPlaces = (
  names: PlaceNames,
  sounds: PlaceSounds,
  text: string,
  written: readonly HeardPlace[],
  asked: boolean,
): HeardPlace[] => {
  const heard = soundsOf(sounds);
  const begin = bySound(names, heard);
  const kernels = asked ? kernelsOf(text) : [];
  const known = written.filter(({ rank }) => rank === RANKS.sure);
  const found: HeardPlace[] = [];
  for (let at = 0; at < text.length; at += 1) {
    for (const beginning of beginningsOf(heard, text, at)) {
      for (const { stem, ending, name } of begin.get(beginning) ?? []) {
        const end = at + stem.length + ending.length;
        if (!text.startsWith(ending, at + stem.length) || end > text.length || text.startsWith(stem, at)) continue;
        const likeness = [...stem].map((sign, n) => alike(heard, sign, text.charAt(at + n)));
        if (likeness.includes(undefined)) continue;
        const span = { at, end };
        const isKernel = kernels.some((kernel) => kernel.at === at && kernel.end === end);
        const isPlace = name.level === 'town' && isSpokenOfAsPlace(text, span) && !isNamedAfter(text, end, false);
        if (ending === '' ? !isKernel && !isPlace : !beginsThere(text, at, known, names)) continue;
        if (known.some((one) => covers(one, span))) continue;
        const rank = likeness.includes(1) ? RANKS.soundsNearly : RANKS.sounds;
        found.push({ word: stem + ending, at, end, ids: name.ids, rank });
      }
    }
  }
  // Of those that share signs the longest, then the most alike.
  return found.filter(
    (one) =>
      !found.some((other) => {
        const longer = other.end - other.at - (one.end - one.at);
        return covers(one, other) && (longer > 0 || (longer === 0 && other.rank < one.rank));
      }),
  );
};
