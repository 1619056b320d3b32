import { judge } from './cues.ts';
import type { Cue } from './danger-rules.ts';
import type { Hit } from './hits.ts';
import { type Known, scoreAround } from './looks.ts';
import type { Model } from './model.ts';
import type { Register } from './reading.ts';
import { type Span, within } from './spans.ts';

/** So many units of a letter, its title and first sentence, say what it is about. */
const HEAD = 45;
/** A written text that is shorter is like a call. */
const SHORT = 60;

/** Those of the model for how the text came; a district without a model has none. */
type Thresholds = Model['thresholds'][Register] | undefined;

/** A decision, and the places in the text that led to it. */
export interface Decision {
  outcome: 'danger' | 'doubt' | 'none';
  because: readonly Span[];
}

const none: Decision = { outcome: 'none', because: [] };

/** Words that say of a text that it is about something else than now, wherever they stand. */
const ELSE: readonly Cue[] = ['past', 'recent', 'possible', 'others', 'habit', 'matter', 'asks', 'thanks', 'letter'];

/** Whether anything in a text speaks against a danger now. Names of matters do not, 工伤赔偿: no matter takes a danger away. */
const speaksOfElse = ({ cues, hits, found, units }: Known): boolean => {
  const names = found.filter(({ meanings }) => meanings.some(({ kind }) => kind === 'name'));
  const isKnown = within([...hits, ...names], units.ids.length);
  return ELSE.some((cue) => cues.get(cue)?.some((span) => !isKnown(span)));
};

const byHits = (known: Known, thresholds: Thresholds): Decision => {
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

const byModel = ({ windows, units, cues, hits }: Known, thresholds: Thresholds): Decision => {
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

const inSpeech = (known: Known, thresholds: Thresholds): Decision =>
  stronger(byHits(known, thresholds), byModel(known, thresholds));

/** A letter or a long text is a danger now only if the model, which knows how letters are written, says so as well. */
const agreed = (known: Known, decision: Decision, thresholds: Thresholds): Decision => {
  const isSure = !thresholds || decision.because.some((span) => scoreAround(known, span) >= thresholds.danger);
  return decision.outcome === 'danger' && !isSure ? { outcome: 'doubt', because: decision.because } : decision;
};

const inWriting = (known: Known, thresholds: Thresholds): Decision => {
  const { units, hits, windows, cues } = known;
  const head: Known = { ...known, hits: hits.filter(({ at }) => at < HEAD), windows: windows.filter(({ end }) => end <= HEAD) };
  const isLetter = (cues.get('letter') ?? []).length > 0;
  const first = stronger(byHits(head, thresholds), byModel(head, thresholds));
  if (units.ids.length <= SHORT && !isLetter) return first;
  const now = hits.filter(({ kind, judgement, isNow }) => kind !== 'doubt' && judgement === 'now' && isNow);
  const later: Decision = now.length > 0 ? { outcome: 'danger', because: now } : none;
  return stronger(agreed(known, first, thresholds), agreed(known, later, thresholds));
};

/** Whether a text speaks of danger, and what in it decided. */
export const decide = (known: Known, register: Register, model: Model | undefined): Decision =>
  register === 'spoken' ? inSpeech(known, model?.thresholds.spoken) : inWriting(known, model?.thresholds.written);
