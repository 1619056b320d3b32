import { type DangerNote, emergencyNumberFor, noteOf } from '#domain/district/danger/danger-note.ts';
import { understandDanger } from '#domain/district/danger/understand-danger.ts';
import type { District } from '#domain/district/district.ts';
import { Matter, Ticket } from '#domain/tickets/ticket.ts';
import { goOn, goTo, missed, tell } from './moves.ts';
import type { Answer, Notice, Question, State } from './state.ts';

const LONGEST_MATTER = Matter.maxLength ?? 0;
const LONGEST_PLACE = Ticket.shape.place.unwrap().maxLength ?? 0;

/** There every word was said already, or can't be a cry for help. */
const SETTLED: readonly Question[] = ['filed', 'rated', 'over', 'emergency', 'agent', 'whereabouts', 'duty', 'duty-taken'];
/** There a number or a rating is asked for: only what is certain, or speaks of one's own life, stops them. */
const ABOUT_A_TICKET: readonly Question[] = ['look-up', 'rate', 'solved', 'stars'];

/** Where to find somebody who listens. */
const OWN_LIFE: Notice = { notice: 'own-life' };

/** What a doubt is of: who speaks of their own life is asked, whatever they were asked before. */
const doubtOf = ({ danger = '', selfHarm }: DangerNote): string => (selfHarm ? 'own-life' : danger);

/** One note of two: that somebody spoke of their own life stays, whatever else is said. */
const graverOf = (before: DangerNote | undefined, alarm: DangerNote): DangerNote =>
  before?.selfHarm ? { ...alarm, selfHarm: true, words: [...new Set([...before.words, ...alarm.words])].slice(0, 10) } : alarm;

/** The matter with one more thing that was said. */
const withSpeech = ({ matter }: State, speech: string): string =>
  [matter, speech]
    .filter((text) => text !== undefined)
    .join('；')
    .slice(0, LONGEST_MATTER);

/** People in danger are told whom to ring; what they said is a ticket from this moment on, whatever they do next. */
const endanger = (state: State, alarm: DangerNote, district: District): State => {
  const emergencyNumber = emergencyNumberFor(district, alarm.danger);
  const danger = alarm.danger ?? district.danger.otherwise;
  const notices: Notice[] = [...(alarm.selfHarm ? [OWN_LIFE] : []), { notice: 'danger', emergencyNumber }];
  const told: State = { ...state, alarm: { ...alarm, outcome: 'danger', danger }, danger, back: 'whereabouts' };
  return goTo(told, state.transfers ? 'emergency' : state.agents ? 'agent' : 'whereabouts', ...notices);
};

/** Asks in one sentence whether somebody is in danger. What was said is kept, at its place or as the matter. */
const ask = (state: State, speech: string, alarm: DangerNote, district: District): State => {
  const told =
    state.question === 'place' && state.matter !== undefined
      ? { ...state, place: speech.slice(0, LONGEST_PLACE) }
      : { ...tell(state, speech, district), matter: withSpeech(state, speech) };
  const askedOfDanger = [...(state.askedOfDanger ?? []), doubtOf(alarm)];
  return goTo(
    { ...told, alarm: graverOf(state.alarm, alarm), askedOfDanger },
    'in-danger',
    ...(alarm.selfHarm ? [OWN_LIFE] : []),
  );
};

/** What words of danger lead to, whatever was asked; undefined where there are none, or all was settled. */
export const alarmed = (state: State, { speech }: Answer, district: District): State | undefined => {
  if (speech === undefined || state.danger !== undefined || SETTLED.includes(state.question)) return undefined;
  const note = noteOf(understandDanger(district, speech, 'spoken'));
  if (note?.outcome === 'danger') {
    const told = { ...tell(state, speech, district), matter: withSpeech(state, speech) };
    return endanger(told, note, district);
  }
  if (!note || state.askedOfDanger?.includes(doubtOf(note)) || (ABOUT_A_TICKET.includes(state.question) && !note.selfHarm))
    return undefined;
  return ask(state, speech, note, district);
};

/** A no and nothing else: 没有停一直在打 says more than no, and 没有反应 something else. */
const PLAIN_NO =
  /^(?:(?:啊|哦|嗯|唉|哎)[，,。 ]*)?(?:没有|没|没人|没事|没啥事|没事儿|没有事|没有人|没有危险|没人有危险|没有人有危险|没危险|没啥危险|不是|不危险|不用|不|no|nope|no one|nobody|no danger|nobody is|no one is)[的了啊呀吧呢嘛， ,。.！!]*$/i;

const isPlainNo = ({ speech = '' }: Answer, choice: string | undefined): boolean =>
  speech === '' ? choice === 'no' : PLAIN_NO.test(speech.trim());

/**
 * The answer to whether somebody is in danger. A plain no takes doubt away, but not from who speaks of their own life.
 * Whatever else is said stays: in the matter, and as a doubt.
 */
export const afterAsking = (state: State, answer: Answer, choice: string | undefined, district: District): State => {
  const { alarm } = state;
  const { speech } = answer;
  if (isPlainNo(answer, choice)) return goOn({ ...state, alarm: alarm?.selfHarm ? alarm : undefined });
  const told: State = speech === undefined ? state : { ...state, matter: withSpeech(state, speech) };
  if (choice === 'yes' && alarm) return endanger(told, alarm, district);
  if (choice === 'no') return goOn(told);
  // Nobody is asked three times; what stays in doubt stands in the ticket.
  if (state.misses === 0) return missed(told, speech === undefined ? 'silent' : 'wrong');
  return goOn(told);
};
