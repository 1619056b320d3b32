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
  return goTo({ ...told, alarm, askedOfDanger: true }, 'in-danger', ...(alarm.selfHarm ? [OWN_LIFE] : []));
};

/** What words of danger lead to, whatever was asked; undefined where there are none, or all was settled. */
export const alarmed = (state: State, { speech }: Answer, district: District): State | undefined => {
  if (speech === undefined || state.danger !== undefined || SETTLED.includes(state.question)) return undefined;
  const note = noteOf(understandDanger(district, speech, 'spoken'));
  if (note?.outcome === 'danger') {
    const told = { ...tell(state, speech, district), matter: withSpeech(state, speech) };
    return endanger(told, note, district);
  }
  if (!note || state.askedOfDanger || (ABOUT_A_TICKET.includes(state.question) && !note.selfHarm)) return undefined;
  return ask(state, speech, note, district);
};

/** The answer to whether somebody is in danger. A no takes doubt away, but not from who speaks of their own life. */
export const afterAsking = (state: State, answer: Answer, choice: string | undefined, district: District): State => {
  const { alarm } = state;
  if (choice === 'yes' && alarm) return endanger(state, alarm, district);
  if (choice === 'no') return goOn({ ...state, alarm: alarm?.selfHarm ? alarm : undefined });
  // Nobody is asked three times; what stays in doubt stands in the ticket.
  if (state.misses === 0) return missed(state, answer.speech === undefined ? 'silent' : 'wrong');
  return goOn(state);
};
