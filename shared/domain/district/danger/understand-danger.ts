import { judge } from './cues.ts';
import type { Cue } from './danger-rules.ts';
import type { Hit } from './hits.ts';
import { type DangerDistrict, lexiconOf } from './lexicon.ts';
import { type Model, reasonsIn, scoredWindows, type Window } from './model.ts';
import { type Reading, type Register, readText, seenIn } from './reading.ts';
import { between, type Span, within } from './spans.ts';
import type { Units } from './units.ts';

/** Whether people are in danger now, as far as a text says. */
export interface DangerFinding {
  /** Doubt: somebody must ask. */
  outcome: 'danger' | 'doubt' | 'none';
  /** What decided, as it stands in the text. */
  words: string[];
  /** The danger that the words speak of; always given when the outcome is danger. */
  danger?: { id: string; emergencyNumber: string };
  /** Words that speak of taking one's own life: never less than doubt. */
  selfHarm: boolean;
}

const MOST_WORDS = 10;
const LONGEST_WORD = 40;
/** So many units of a letter, its title and first sentence, say what it is about. */
const HEAD = 45;
/** A written text that is shorter is like a call. */
const SHORT = 60;
/** No window has more units of the text; a person may be several. */
const WIDEST = 60;

/** A window in the units of the text, with what speaks most of danger in it. */
interface Looked extends Window {
  reasons: () => Span[];
}

/** All that is known of a text. */
interface Known extends Reading {
  windows: readonly Looked[];
}

/** A decision, and the places in the text that led to it. */
interface Decision {
  outcome: DangerFinding['outcome'];
  because: readonly Span[];
}

const look = (model: Model, reading: Reading, register: Register): Looked[] => {
  const seen = seenIn(reading, model.person, register);
  const inText = ({ at, end }: Span): Span => ({
    at: seen.places[at] ?? 0,
    end: seen.places[end] ?? reading.units.ids.length,
  });
  return scoredWindows(model, seen).map((window) => ({
    score: window.score,
    at: inText(window).at,
    end: inText(window).end,
    reasons: () => reasonsIn(model, seen, window, 3).map(inText),
  }));
};

const none: Decision = { outcome: 'none', because: [] };

/** The highest score of a window that has these words. */
const scoreAround = ({ windows }: Known, { at, end }: Span): number =>
  between(windows, at - WIDEST, at + 1).reduce(
    (best, window) => (end <= window.end ? Math.max(best, window.score) : best),
    Number.NEGATIVE_INFINITY,
  );

/** Words that say of a text that it is about something else than now, wherever they stand. */
const ELSE: readonly Cue[] = ['past', 'recent', 'possible', 'others', 'habit', 'matter', 'asks', 'thanks', 'letter'];

/** Whether anything in a text speaks against a danger now. Names of matters do not, 工伤赔偿: no matter takes a danger away. */
const speaksOfElse = ({ cues, hits, found, units }: Known): boolean => {
  const names = found.filter(({ meanings }) => meanings.some(({ kind }) => kind === 'name'));
  const isKnown = within([...hits, ...names], units.ids.length);
  return ELSE.some((cue) => cues.get(cue)?.some((span) => !isKnown(span)));
};

const byHits = (known: Known, thresholds: Model['thresholds'][Register] | undefined): Decision => {
  const { hits } = known;
  const isBelieved = (hit: Hit): boolean => !thresholds || scoreAround(known, hit) >= thresholds.unsure;
  const isPlain = !speaksOfElse(known);
  const certain = hits.filter(({ kind, judgement }) => kind !== 'doubt' && judgement === 'now');
  const believed = isPlain ? certain : certain.filter(isBelieved);
  if (believed.length > 0) return { outcome: 'danger', because: believed };
  if (certain.length > 0) return { outcome: 'doubt', because: certain };
  const unsure = hits.filter(
    (hit) => (hit.judgement === 'unsure' || (hit.kind === 'doubt' && hit.judgement === 'now')) && isBelieved(hit),
  );
  return unsure.length > 0 ? { outcome: 'doubt', because: unsure } : none;
};

const byModel = ({ windows, units, cues, hits }: Known, thresholds: Model['thresholds'][Register] | undefined): Decision => {
  if (!thresholds || windows.length === 0) return none;
  const best = windows.reduce((one, other) => (other.score > one.score ? other : one));
  if (best.score < thresholds.doubt) return none;
  const reasons = best.reasons();
  const isOver = hits.some(({ judgement, at, end }) => judgement === 'not' && at < best.end && best.at < end);
  const isCertain = !isOver && reasons.every((reason) => judge(units, cues, reason) === 'now');
  if (best.score >= thresholds.danger) return { outcome: isCertain ? 'danger' : 'doubt', because: reasons };
  return isOver ? none : { outcome: 'doubt', because: reasons };
};

const stronger = (one: Decision, other: Decision): Decision => {
  const rank = { danger: 2, doubt: 1, none: 0 };
  return rank[other.outcome] > rank[one.outcome] ? other : one;
};

const inSpeech = (reading: Known, model: Model | undefined): Decision =>
  stronger(byHits(reading, model?.thresholds.spoken), byModel(reading, model?.thresholds.spoken));

const inWriting = (reading: Known, model: Model | undefined): Decision => {
  const { units, hits, windows, cues } = reading;
  const head: Known = { ...reading, hits: hits.filter(({ at }) => at < HEAD), windows: windows.filter(({ end }) => end <= HEAD) };
  const isLetter = (cues.get('letter') ?? []).length > 0;
  const first = stronger(byHits(head, model?.thresholds.written), byModel(head, model?.thresholds.written));
  if (units.ids.length <= SHORT && !isLetter) return first;
  const now = hits.filter(({ kind, judgement, isNow }) => kind !== 'doubt' && judgement === 'now' && isNow);
  const later: Decision = now.length > 0 ? { outcome: isLetter ? 'doubt' : 'danger', because: now } : none;
  const capped: Decision = first.outcome === 'danger' && isLetter ? { outcome: 'doubt', because: first.because } : first;
  return stronger(capped, later);
};

/** The first danger in the district's order that the deciding words, or else any sign in the text, speak of. */
const dangerOf = ({ danger: rules }: DangerDistrict, { hits, found }: Known, { outcome, because }: Decision): string | undefined => {
  const chosen = hits.filter((hit) => because.some(({ at, end }) => at === hit.at && end === hit.end));
  const ids = new Set(chosen.map(({ kind, danger }) => (kind === 'self-harm' ? rules.selfHarm?.danger : danger)));
  const said = rules.dangers.find(({ id }) => ids.has(id));
  if (said) return said.id;
  const signs = (within: readonly Span[] | undefined): string | undefined => {
    const counts = new Map<string, number>();
    for (const { at, end, meanings } of found) {
      if (within && !within.some((span) => at < span.end && span.at < end)) continue;
      for (const meaning of meanings) {
        if (meaning.kind === 'sign' || meaning.kind === 'danger' || meaning.kind === 'doubt') counts.set(meaning.danger, (counts.get(meaning.danger) ?? 0) + end - at);
      }
    }
    const most = Math.max(...counts.values());
    return rules.dangers.find(({ id }) => counts.get(id) === most)?.id;
  };
  return signs(because) ?? signs(undefined) ?? (outcome === 'danger' ? rules.otherwise : undefined);
};

const wordsAt = ({ text, starts, ends }: Units, because: readonly Span[]): string[] => {
  const words = because.map(({ at, end }) => text.slice(starts[at], ends[end - 1]).slice(0, LONGEST_WORD));
  return [...new Set(words)].slice(0, MOST_WORDS);
};

/** Whether a text speaks of people who are in danger now. It decides for every door, before anything is written. */
export const understandDanger = (district: DangerDistrict, text: string, register: Register): DangerFinding => {
  const lexicon = lexiconOf(district);
  const { model } = lexicon;
  const plain = readText(lexicon, text);
  const reading: Known = { ...plain, windows: model ? look(model, plain, register) : [] };
  const decided = register === 'spoken' ? inSpeech(reading, model) : inWriting(reading, model);
  const ownLife = reading.hits.filter(({ kind }) => kind === 'self-harm');
  const decision = ownLife.length > 0 && decided.outcome === 'none' ? { outcome: 'doubt' as const, because: ownLife } : decided;
  const words = wordsAt(reading.units, decision.because);
  const selfHarm = ownLife.length > 0;
  if (decision.outcome === 'none') return { outcome: 'none', words, selfHarm };
  const id = dangerOf(district, reading, decision);
  const meant = district.danger.dangers.find((danger) => danger.id === id);
  if (!meant) return { outcome: decision.outcome, words, selfHarm };
  return { outcome: decision.outcome, words, danger: { id: meant.id, emergencyNumber: meant.emergencyNumber }, selfHarm };
};
