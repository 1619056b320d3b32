import { isSaidAt } from '#domain/district/spoken-words.ts';
import { beginningOf } from '#domain/text/beginning.ts';
import { foldedText, type Part, partsAsWritten } from '#domain/text/folded.ts';
import type { Judged } from './classify.ts';
import type { Grams } from './grams.ts';
import type { Ready } from './sorting-model.ts';

/** Words that spoke for what a text was sorted as, folded, and where they stand in the text as it was written. */
export interface Reason extends Part {
  word: string;
}

const MOST_REASONS = 5;
const LONGEST_WORD = { signs: 40 };
/** A letter that speaks for less than this share of what the strongest one speaks for is no reason. */
const LEAST = 0.3;

/** English words that say nothing of a matter. */
const EMPTY = /^(?:(?:the|there|this|that|is|are|was|a|an|in|on|at|of|to|for|and|or|it|my|our|we|i|has|have|not|with)\b ?)+$/;

/** How much each letter of a text speaks for a class rather than for the one that comes next. */
const voicesOf = (model: Ready, { text, runs, starts, ends, shares }: Grams, { chances, known }: Judged): Float64Array => {
  const [own, other] = chances.map(({ id }) => model.classes.indexOf(id));
  const speaks = new Map<string, number>();
  const names = new Map(known.map((one) => [one.run, one]));
  for (const run of new Set(runs)) {
    const place = model.runs.get(run);
    const found = place === undefined ? undefined : names.get(place);
    if (place === undefined || !found) continue;
    let voice = 0;
    for (let n = model.begins[place] ?? 0; n < (model.begins[place + 1] ?? 0); n += 1) {
      if (model.places[n] === own) voice += model.weights[n] ?? 0;
      else if (model.places[n] === other) voice -= model.weights[n] ?? 0;
    }
    if (voice > 0) speaks.set(run, (voice * found.value) / found.share);
  }
  const voices = new Float64Array(text.length);
  for (const [n, run] of runs.entries()) {
    const voice = speaks.get(run);
    if (voice === undefined) continue;
    const [at, end] = [starts[n] ?? 0, ends[n] ?? 0];
    for (let letter = at; letter < end; letter += 1) {
      voices[letter] = (voices[letter] ?? 0) + (voice * (shares[n] ?? 0)) / (end - at);
    }
  }
  return voices;
};

interface Span extends Part {
  voice: number;
}

/** The loudest letter with the louder one beside it: where no letters side by side are loud, it is a reason all the same. */
const loudest = (voices: Float64Array): Span[] => {
  const at = voices.reduce((most, voice, letter) => (voice > (voices[most] ?? 0) ? letter : most), 0);
  if (!voices[at]) return [];
  const first = (voices[at - 1] ?? -1) > (voices[at + 1] ?? -1) ? at - 1 : at;
  return [{ at: first, end: Math.min(first + 2, voices.length), voice: voices[at] ?? 0 }];
};

/** The runs of letters that speak loudly, those of keywords as they are. */
const spansOf = (text: string, voices: Float64Array, keywords: readonly Span[]): Span[] => {
  const least = LEAST * voices.reduce((most, voice) => Math.max(most, voice), 0);
  const taken = new Uint8Array(text.length);
  for (const { at, end } of keywords) taken.fill(1, at, end);
  const spans: Span[] = [...keywords];
  for (let at = 0; at < text.length; at += 1) {
    let [end, voice] = [at, 0];
    while (end < text.length && (voices[end] ?? 0) > least && taken[end] === 0) {
      voice += voices[end] ?? 0;
      end += 1;
    }
    // One letter alone says little.
    if (end - at > 1) spans.push({ at, end, voice });
    at = Math.max(at, end - 1);
  }
  return spans.length > 0 ? spans : loudest(voices);
};

const keywordsIn = (text: string, keywords: readonly string[], voices: Float64Array): Span[] => {
  const found: Span[] = [];
  for (const word of keywords.toSorted((one, other) => other.length - one.length)) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const end = at + word.length;
      if (!isSaidAt(word, text, at) || found.some((one) => at < one.end && one.at < end)) continue;
      found.push({ at, end, voice: voices.subarray(at, end).reduce((sum, voice) => sum + voice, 0) });
    }
  }
  return found;
};

const IS_BETWEEN = /[\s,]/;
/** A part without what stands around its letters. */
const trimmed = (text: string, { at, end }: Part): Part => {
  let [from, to] = [at, end];
  while (from < to && IS_BETWEEN.test(text[from] ?? '')) from += 1;
  while (from < to && IS_BETWEEN.test(text[to - 1] ?? '')) to -= 1;
  return { at: from, end: to };
};

/** Parts of a text as reasons; those that share a sign are one, and what is said twice, too. */
export const reasonsAt = (written: string, parts: readonly Part[]): Reason[] => {
  const apart: Part[] = [];
  for (const { at, end } of parts.toSorted((one, other) => one.at - other.at)) {
    const last = apart.at(-1);
    if (last && at < last.end) last.end = Math.max(last.end, end);
    else apart.push({ at, end });
  }
  const reasons = apart.map(({ at, end }) => ({
    word: beginningOf(foldedText(written.slice(at, end)), LONGEST_WORD),
    at,
    end,
  }));
  return reasons.filter(({ word }, n) => reasons.findIndex((one) => one.word === word) === n);
};

/** The words of a text that spoke most for its class, in the order of the text: keywords of the district, and what was learnt. */
export const reasonsOf = (written: string, grams: Grams, model: Ready, judged: Judged, keywords: readonly string[]): Reason[] => {
  const { text } = grams;
  const voices = voicesOf(model, grams, judged);
  const spans = spansOf(text, voices, keywordsIn(text, keywords, voices))
    .sort((one, other) => other.voice - one.voice)
    .slice(0, MOST_REASONS);
  const parts = spans.map((span) => trimmed(text, span)).filter(({ at, end }) => at < end);
  return reasonsAt(written, parts.map(partsAsWritten(written))).filter(({ word }) => !EMPTY.test(word));
};
