import type { District } from '#domain/district/district.ts';
import { type Listening, placeIn } from '#domain/district/places/place-in.ts';
import { kindNamed } from '#domain/district/sorting/kind-named.ts';
import { matterOf, placeOf } from './fitting.ts';
import { asWished } from './secrecy.ts';
import type { Answer, Notice, Question, Saying, State } from './state.ts';

/** Whoever does not get on with the questions may say it in their own words, to a recording. */
const MOST_MISSES = 3;

/** Another question, with what is said before it. */
export const goTo = (state: State, question: Question, ...notices: Notice[]): State => ({
  ...state,
  question,
  notices,
  misses: 0,
});

/** The call goes no further: what was said becomes a ticket; whoever said nothing but can be rung is rung back. */
export const finish = (state: State): State => {
  if (state.matter !== undefined || state.recording !== undefined)
    return goTo(asWished(state), 'filed', { notice: 'taken-as-said' });
  return state.reachable ? goTo(state, 'over', { notice: 'will-call-back' }) : goTo(state, 'over');
};

/** There nothing is asked any more. */
const SAID: readonly Question[] = ['filed', 'rated', 'duty-taken', 'over'];

/** An answer that leads nowhere: asked again, and after the third the conversation goes on without it. */
export const missed = (
  state: State,
  notice: Exclude<Notice['notice'], 'found' | 'own' | 'danger' | 'duty' | 'duty-over'>,
): State => {
  const notices = [{ notice }];
  const question = state.question === 'greeting' ? 'menu' : state.question;
  const misses = state.misses + 1;
  if (misses < MOST_MISSES || SAID.includes(question)) return { ...state, question, notices, misses };
  if (question === 'solved' || question === 'stars' || question === 'duty') return goTo(state, 'over');
  if (question === 'record' || question === 'confirm' || question === 'drop') return finish(state);
  return goTo(state, 'record', { notice: 'leave-message' });
};

/** Neither a key nor a word. */
export const isSilent = ({ digits, speech }: Answer): boolean => digits === undefined && speech === undefined;
/** Missed in silence, or by an answer that is none. */
export const notUnderstood = (state: State, answer: Answer): State => missed(state, isSilent(answer) ? 'silent' : 'wrong');

/** There anything may be told. */
const OPEN: readonly Question[] = ['greeting', 'menu', 'matter'];

/** Somebody wants a person. At night they are told when one is there, and go on meanwhile. */
export const toAgent = (state: State): State => {
  if (!state.agents) {
    const isTold = state.matter !== undefined && state.earlier === undefined && OPEN.includes(state.question);
    const goes: State = isTold ? { ...goOn(state), notices: [{ notice: 'no-agent' }] } : missed(state, 'no-agent');
    return { ...goes, agentMissed: true };
  }
  return { ...goTo(state, 'agent'), back: state.question === 'greeting' ? 'menu' : state.question };
};

/** Who goes on without telling it anew has told where it is: the place from before stands again, unless another was named. */
const stands = (state: State): State => {
  const { area, place, earlier } = state;
  if (earlier === undefined) return state;
  return area === undefined && place === undefined
    ? { ...state, ...earlier, earlier: undefined }
    : { ...state, earlier: undefined };
};

/** What is still to be asked of a matter. */
export const goOn = (known: State): State => {
  const state = stands(known);
  if (state.matter === undefined) return { ...goTo(state, 'matter'), recordedSince: state.recordedSince ?? state.answers };
  if (state.area === undefined && state.guesses !== undefined) return goTo(state, 'which-area');
  if (state.place === undefined) return goTo(state, state.area === undefined ? 'area' : 'place');
  return goTo(state, 'confirm');
};

/** The area that words name; or those that they may name, while none is known and none of these was denied. */
export const withPlace = (state: State, speech: string, district: District, listening: Listening = {}): State => {
  const { area, maybe } = placeIn(district, speech, listening);
  if (area !== undefined) return { ...state, area, guesses: undefined };
  const guesses = maybe.filter((id) => !state.denied?.includes(id));
  return state.area !== undefined || guesses.length === 0 ? state : { ...state, guesses };
};

/** What was said becomes the matter, with the place and the kind that were named in it. */
export const tell = (state: State, speech: string, district: District): State => ({
  ...withPlace(state, speech, district),
  matter: speech,
  kind: kindNamed(speech) ?? state.kind,
  recordedSince: state.recordedSince ?? state.answers,
});

/** The matter with one more thing that was said, unless it says so already. */
export const addTo = (state: State, speech: string): State => {
  const { matter } = state;
  if (matter?.includes(speech)) return state;
  const all = [matter, speech].filter((text) => text !== undefined).join('；');
  return { ...state, matter: matterOf(all) };
};

/** The exact place, as it was said. What is too long for one stays in the matter, too. */
export const placedAt = (state: State, speech: string): State => {
  const place = placeOf(speech);
  return { ...(place.length < speech.length ? addTo(state, speech) : state), place };
};

/** What was said is added to the matter, with the place and the kind that were named in it. */
export const tellMore = (state: State, speech: string, district: District): State => ({
  ...tell(state, speech, district),
  matter: addTo(state, speech).matter,
});

/** Keeps what was said from a danger on. The same words once more, which mean no more, are not kept twice. */
export const keep = (state: State, text: string, means?: Saying['means']): State => {
  const { since = [], matter } = state;
  if (means === undefined && since.at(-1)?.text === text) return state;
  return { ...state, since: [...since, { text, means, matter }] };
};
