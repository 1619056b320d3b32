import { namesIn } from './cues.ts';
import type { Cue, Thresholds } from './danger-rules.ts';
import type { Hit } from './hits.ts';
import type { Look } from './looks.ts';
import type { Reading, Register } from './reading.ts';
import { type Span, touching, within } from './spans.ts';
import { Break, type Units } from './units.ts';

/** A written text of more units is read as a letter: in its first ones, its title, stands what it is about. */
const LETTER = 60;
const HEAD = 45;
/** A model that is so many points under a threshold speaks clearly against words that are not sure. */
const CLEARLY = 50;
/** Beside the words of danger so many units say nothing: 了, 啊. */
const LITTLE = 2;

/** A decision, and the places in the text that led to it. */
export interface Decision {
  outcome: 'danger' | 'doubt' | 'none';
  because: readonly Span[];
}

const none: Decision = { outcome: 'none', because: [] };

/** Words that say of a text that it is about something else than now, wherever they stand. */
const ELSE: readonly Cue[] = ['past', 'recent', 'possible', 'others', 'habit', 'matter', 'asks', 'thanks', 'letter'];

/** Whether anything in a text speaks against a danger now. Names of matters do not, 工伤赔偿: no matter takes a danger away. */
const speaksOfElse = (reading: Reading): boolean => {
  const { cues, hits, units } = reading;
  const isKnown = within([...hits, ...namesIn(reading.found)], units.ids.length);
  return ELSE.some((cue) => cues.get(cue)?.some((span) => !isKnown(span)));
};

/** Whether a text says nothing but the names of matters and places. */
const isOnlyNames = ({ found, hits, units }: Reading): boolean => {
  if (hits.length > 0) return false;
  const isName = touching(namesIn(found), units.ids.length);
  return units.ids.every((_, at) => isName({ at, end: at + 1 }));
};

/** The clause that a word stands in. */
const clauseOf = ({ breaks }: Units, { at, end }: Span): Span => {
  let [first, last] = [at, end];
  while (first > 0 && breaks[first] === Break.none) first -= 1;
  while (last < breaks.length && breaks[last] === Break.none) last += 1;
  return { at: first, end: last };
};

/** Words of danger in a clause that has no others but names. They need no model. */
const saysNothingElse = (reading: Reading): ((hit: Hit) => boolean) => {
  const isTaken = touching([...reading.hits, ...namesIn(reading.found)], reading.units.ids.length);
  return (hit) => {
    const { at, end } = clauseOf(reading.units, hit);
    let others = 0;
    for (let unit = at; unit < end && others <= LITTLE; unit += 1) if (!isTaken({ at: unit, end: unit + 1 })) others += 1;
    return others <= LITTLE;
  };
};

const isCertain = ({ kind, judgement }: Hit): boolean => kind !== 'doubt' && judgement === 'now';
const isOfLetter = ({ units, cues }: Reading, register: Register): boolean =>
  register === 'written' && (units.ids.length > LETTER || (cues.get('letter') ?? []).length > 0);

/** What words of danger say when nothing else is known. */
const byWords = (reading: Reading, register: Register): Decision => {
  const isLetter = isOfLetter(reading, register);
  const near = reading.hits.filter(({ at, isNow }) => !isLetter || at < HEAD || isNow);
  const certain = near.filter(isCertain);
  if (certain.length > 0) return { outcome: 'danger', because: certain };
  const unsure = near.filter(({ judgement }) => judgement !== 'not');
  return unsure.length > 0 ? { outcome: 'doubt', because: unsure } : none;
};

/** Words that say plainly that there is danger, or that there is one now, and that the model does not speak clearly against. */
const plainWords = (reading: Reading, { score }: Look, { unsure }: Thresholds): Hit[] => {
  const certain = reading.hits.filter(isCertain);
  if (certain.length === 0) return [];
  const isPlain = !speaksOfElse(reading);
  if (score >= unsure) return certain.filter(({ isNow }) => isPlain || isNow);
  return isPlain ? certain.filter(saysNothingElse(reading)) : [];
};

/**
 * Words that are asked about though the model sees no doubt: plain ones; those that may mean a danger where nothing else is
 * said; and unsure ones, 好像有煤气味, if the model does not speak clearly against them.
 */
const wordsToAskAbout = (reading: Reading, { score }: Look, { doubt }: Thresholds): Hit[] => {
  const isPlain = !speaksOfElse(reading);
  const isAlone = saysNothingElse(reading);
  return reading.hits.filter((hit) => {
    if (hit.judgement === 'not') return false;
    if (score >= doubt - CLEARLY) return hit.judgement === 'unsure' || isPlain;
    return hit.judgement === 'now' && isPlain && (isCertain(hit) || isAlone(hit));
  });
};

/** Whether a text speaks of danger, and what in it decided. A district without a model goes by its words. */
export const decide = (
  reading: Reading,
  register: Register,
  look: Look | undefined,
  thresholds: Thresholds | undefined,
): Decision => {
  if (!look || !thresholds) return byWords(reading, register);
  if (isOnlyNames(reading)) return none;
  const plain = plainWords(reading, look, thresholds);
  if (plain.length > 0) return { outcome: 'danger', because: plain };
  const asked = wordsToAskAbout(reading, look, thresholds);
  if (look.score < thresholds.doubt) return asked.length > 0 ? { outcome: 'doubt', because: asked } : none;
  const { hits } = reading;
  const words = hits.filter(({ judgement }) => judgement === 'now');
  const because = words.length > 0 ? words : look.reasons();
  // What is denied, over, feared or far away is at most a doubt.
  const isTakenBack = hits.length > 0 && hits.every(({ judgement }) => judgement === 'not');
  return { outcome: look.score >= thresholds.danger && !isTakenBack ? 'danger' : 'doubt', because };
};
