import type { Cue } from './danger-rules.ts';
import type { Found, Meaning } from './lexicon.ts';
import { between, runningOutOf, type Span } from './spans.ts';
import { Break, type Units } from './units.ts';

/** Whether something is now, may be, or is over, only feared, or elsewhere. */
export type Judgement = 'now' | 'unsure' | 'not';

/** In how many units before or after a word its cue may stand, and whether it may stand behind the end of a clause. */
interface Reach {
  before: number;
  after: number;
  beyondClause: boolean;
  judgement: Judgement;
}

const REACHES: Record<Exclude<Cue, 'now' | 'letter'>, Reach> = {
  negation: { before: 2, after: 0, beyondClause: false, judgement: 'not' },
  matter: { before: 0, after: 1, beyondClause: false, judgement: 'not' },
  possible: { before: 9, after: 0, beyondClause: true, judgement: 'not' },
  past: { before: 20, after: 7, beyondClause: true, judgement: 'not' },
  others: { before: 20, after: 3, beyondClause: true, judgement: 'not' },
  maybe: { before: 9, after: 0, beyondClause: false, judgement: 'unsure' },
  recent: { before: 16, after: 5, beyondClause: true, judgement: 'unsure' },
  asks: { before: 0, after: 12, beyondClause: false, judgement: 'unsure' },
  thanks: { before: 8, after: 0, beyondClause: false, judgement: 'unsure' },
  habit: { before: 7, after: 4, beyondClause: false, judgement: 'unsure' },
};

/** No cue has an effect that is farther from a word. */
const FARTHEST = 30;
const near = (cues: readonly Span[] | undefined, { at, end }: Span): readonly Span[] =>
  cues === undefined ? [] : between(cues, at - FARTHEST, end + FARTHEST);

/** The cues of a text, by what they say, in the order of the text. */
export type Cues = ReadonlyMap<Cue, readonly Span[]>;

/** The names of matters and places. */
export const namesIn = (found: readonly Found[]): Found[] =>
  found.filter(({ meanings }) => meanings.some(({ kind }) => kind === 'name'));

/** So many words before and after one are looked at for one that has it within. */
const NEAR = 12;

/**
 * Takes the cues from what was found in a text. One within a longer word is none: there is no 怕 in 害怕, no 没 in 没反应,
 * no 预防 in 预防针. Nor is one that begins within a name: there is no 没人 in 自来水没 + 人掉进井里.
 */
export const cuesIn = (found: readonly Found[], length: number): Cues => {
  const cues = new Map<Cue, Span[]>();
  const isOfName = runningOutOf(namesIn(found), length);
  for (const [n, { at, end, meanings }] of found.entries()) {
    const isCue = (meaning: Meaning) => meaning.kind === 'cue';
    if (!meanings.some(isCue) || isOfName({ at, end })) continue;
    // What was found is in the order of the text, so a longer word that has this one begins near by.
    const longer = found
      .slice(Math.max(0, n - NEAR), n + NEAR)
      .filter((other) => other.at <= at && end <= other.end && other.end - other.at > end - at);
    const isInCue = longer.some((other) => other.meanings.some(isCue));
    for (const meaning of meanings) {
      if (meaning.kind !== 'cue' || isInCue || (meaning.cue !== 'now' && longer.length > 0)) continue;
      const known = cues.get(meaning.cue) ?? [];
      known.push({ at, end });
      cues.set(meaning.cue, known);
    }
  }
  return cues;
};

/** The strongest break between two units. */
const breakBetween = ({ breaks }: Units, one: number, other: number): number => {
  let strongest: number = Break.none;
  for (let at = one + 1; at <= other; at += 1) strongest = Math.max(strongest, breaks[at] ?? Break.none);
  return strongest;
};

/** A cue may stand between the words of a row, as 怕 does in 电线怕电着人; there 没 is a part of 没反应. */
const reaches = (units: Units, cue: Span, word: Span & { isRow?: boolean }, { before, after, beyondClause }: Reach): boolean => {
  if (word.isRow && before > 2 && word.at <= cue.at && cue.end <= word.end) return true;
  const most = beyondClause ? Break.clause : Break.none;
  if (cue.at < word.at) return word.at - cue.end < before && breakBetween(units, cue.at, word.at) <= most;
  return cue.at >= word.end && cue.at - word.end < after && breakBetween(units, word.end - 1, cue.at) === Break.none;
};

/** Whether something that says "now" stands in the same sentence, near by. */
export const isNow = (units: Units, cues: Cues, word: Span): boolean =>
  near(cues.get('now'), word).some((cue) => {
    const [first, last] = cue.at < word.at ? [cue.at, word.at] : [word.end - 1, cue.at];
    return last - first <= 20 && breakBetween(units, first, last) <= Break.clause;
  });

/** What the cues around a word make of it. A word of now between a cue and the word takes the cue away: 以前没事，现在着火了. */
export const judge = (units: Units, cues: Cues, word: Span & { isRow?: boolean }): Judgement => {
  let judgement: Judgement = 'now';
  const nows = near(cues.get('now'), word);
  for (const [cue, reach] of Object.entries(REACHES)) {
    for (const span of near(cues.get(cue as Cue), word)) {
      if (!reaches(units, span, word, reach)) continue;
      const isTakenBack = cue !== 'negation' && nows.some((now) => now.at >= span.end && now.end <= word.at);
      if (isTakenBack) continue;
      if (reach.judgement === 'not') return 'not';
      judgement = 'unsure';
    }
  }
  return judgement;
};
