import { isSaid } from '#domain/district/spoken-words.ts';
import { beginningOf } from '#domain/text/beginning.ts';
import type { Cue } from './danger-rules.ts';
import { type Decision, decide } from './decide.ts';
import { type DangerDistrict, lexiconOf } from './lexicon.ts';
import { look } from './looks.ts';
import { type Reading, type Register, readText, scriptOf } from './reading.ts';
import type { Span } from './spans.ts';
import type { Units } from './units.ts';
import { isOfAnother } from './whose-life.ts';

/** Whether people are in danger now, as far as a text says. */
export interface DangerFinding {
  /** Doubt: somebody must ask. */
  outcome: Decision['outcome'];
  /** What decided, as it stands in the text. */
  words: string[];
  /** The danger that the words speak of; always given when the outcome is danger. */
  danger?: { id: string; emergencyNumber: string };
  /** Words that speak of taking one's own life. Of whosever life words speak, they are never less than doubt. */
  selfHarm: boolean;
}

const MOST_WORDS = 10;
/** Cues which say that something is over, only feared, or about others. */
const ELSEWHERE: readonly Cue[] = ['past', 'recent', 'possible', 'others'];
/** A written text of no more units speaks of one thing. */
const SHORT = 60;
const LONGEST_WORD = { signs: 40 };

/** The first danger in the district's order that the deciding words, or else any sign in the text, speak of. */
const dangerOf = (
  { danger: rules }: DangerDistrict,
  { hits, found }: Reading,
  { outcome, because }: Decision,
  ofLife: string | undefined,
): string | undefined => {
  const chosen = hits.filter((hit) => because.some(({ at, end }) => at === hit.at && end === hit.end));
  const ids = new Set(chosen.map(({ kind, danger }) => (kind === 'self-harm' ? ofLife : danger)));
  const said = rules.dangers.find(({ id }) => ids.has(id));
  if (said) return said.id;
  if (hits.some(({ kind }) => kind === 'self-harm')) return ofLife;
  const signs = (places: readonly Span[] | undefined): string | undefined => {
    const counts = new Map<string, number>();
    for (const { at, end, meanings } of found) {
      if (places && !places.some((span) => at < span.end && span.at < end)) continue;
      for (const meaning of meanings) {
        if (meaning.kind === 'sign' || meaning.kind === 'danger' || meaning.kind === 'doubt')
          counts.set(meaning.danger, (counts.get(meaning.danger) ?? 0) + end - at);
      }
    }
    const most = Math.max(...counts.values());
    return rules.dangers.find(({ id }) => counts.get(id) === most)?.id;
  };
  return signs(because) ?? signs(undefined) ?? (outcome === 'danger' ? rules.otherwise : undefined);
};

const wordsAt = ({ text, starts, ends }: Units, because: readonly Span[]): string[] => {
  const words = because.map(({ at, end }) => beginningOf(text.slice(starts[at], ends[end - 1]), LONGEST_WORD));
  return [...new Set(words)].slice(0, MOST_WORDS);
};

/** Whether a text speaks of people who are in danger now. It decides for every door, before anything is written. */
export const understandDanger = (district: DangerDistrict, text: string, register: Register): DangerFinding => {
  const lexicon = lexiconOf(district);
  const { model } = lexicon;
  const reading = readText(lexicon, text);
  const { danger: rules } = district;
  const ofLife = reading.hits.filter(({ kind }) => kind === 'self-harm');
  const judged = decide(
    reading,
    register,
    model && look(model, reading, register),
    model?.thresholds[register][scriptOf(reading.units)],
  );
  const isAnySaid = (words: readonly string[] = []): boolean => words.some((word) => isSaid(word, text));
  const { done, means, others, danger: grave } = rules.selfHarm ?? {};
  const isMeant = judged.outcome === 'danger' && isAnySaid(means);
  const isLife = ofLife.length > 0 || isMeant;
  const ofAnother = isLife && isOfAnother(rules, reading, ofLife.length > 0 ? ofLife : judged.because);
  const selfHarm = isLife && !ofAnother;
  // 药 behind 不想活了 is no name of a matter there; only another time or place speaks against it.
  const isElsewhere = ELSEWHERE.some((cue) => (reading.cues.get(cue) ?? []).length > 0);
  // Who wrote much had time: there such words lie far apart, and speak of something else.
  const isShort = register === 'spoken' || reading.units.ids.length <= SHORT;
  const isDone = judged.outcome !== 'danger' && ofLife.length > 0 && !isElsewhere && isShort && isAnySaid(done);
  const decided: Decision = isDone ? { outcome: 'danger', because: ofLife } : judged;
  if (decided.outcome === 'none' && !isLife) return { outcome: 'none', words: [], selfHarm };
  const decision: Decision = decided.outcome === 'none' ? { outcome: 'doubt', because: ofLife } : decided;
  const words = wordsAt(reading.units, decision.because);
  const id = dangerOf(district, reading, decision, ofAnother && !isDone && !isMeant ? others?.danger : grave);
  const danger = rules.dangers.find((one) => one.id === id);
  if (!danger) return { outcome: decision.outcome, words, selfHarm };
  return { outcome: decision.outcome, words, danger: { id: danger.id, emergencyNumber: danger.emergencyNumber }, selfHarm };
};
