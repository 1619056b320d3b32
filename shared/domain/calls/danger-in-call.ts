import { type DangerNote, emergencyNumberFor, noteOf } from '#domain/district/danger/danger-note.ts';
import { understandDanger } from '#domain/district/danger/understand-danger.ts';
import type { District } from '#domain/district/district.ts';
import { isSaid, isSaidAlone } from '#domain/district/spoken-words.ts';
import { asksWhatBecame, besidePerson } from './commands-said.ts';
import { isAffirmed } from './danger-affirmed.ts';
import { placeOf } from './fitting.ts';
import { addTo, goOn, goTo, keep, missed, tellMore } from './moves.ts';
import { asWished, besideSecrecy } from './secrecy.ts';
import type { Answer, Notice, Question, State } from './state.ts';
import { catalogueOf } from './words/catalogues.ts';
import { yesOrNoOf } from './yes-or-no.ts';

/** There every word was said already, or can't be a cry for help. */
const SETTLED: readonly Question[] = ['filed', 'rated', 'over', 'emergency', 'agent', 'whereabouts', 'duty', 'duty-taken'];
/** There a number or a rating is asked for: only what is certain, or speaks of one's own life, stops them. */
const ABOUT_A_TICKET: readonly Question[] = ['own', 'look-up', 'rate', 'solved', 'stars'];

/** Where to find somebody who listens. */
const OWN_LIFE: Notice = { notice: 'own-life' };

/** What a doubt is of: who speaks of their own life is asked, whatever they were asked before. */
export const doubtOf = ({ danger = '', selfHarm }: DangerNote): string => (selfHarm ? 'own-life' : danger);

/** One note of two: that somebody spoke of their own life stays, whatever else is said. */
const graverOf = (before: DangerNote | undefined, alarm: DangerNote): DangerNote =>
  before?.selfHarm ? { ...alarm, selfHarm: true, words: [...new Set([...before.words, ...alarm.words])].slice(0, 10) } : alarm;

/**
 * People in danger are told whom to ring; what they said is a ticket from this moment on, whatever they do next. `cry` is
 * what they said or did: it counts, however often it was said before.
 */
const endanger = (state: State, alarm: DangerNote, cry: string, district: District): State => {
  const emergencyNumber = emergencyNumberFor(district, alarm.danger);
  const danger = alarm.danger ?? district.danger.otherwise;
  const notices: Notice[] = [...(alarm.selfHarm ? [OWN_LIFE] : []), { notice: 'danger', emergencyNumber }];
  const told: State = {
    ...keep(asWished(state), cry, 'danger'),
    alarm: { ...alarm, outcome: 'danger', danger },
    danger,
    back: 'whereabouts',
  };
  return goTo(told, state.transfers ? 'emergency' : state.agents ? 'agent' : 'whereabouts', ...notices);
};

/** Asks in one sentence whether somebody is in danger. What was said is kept, at its place or as the matter. */
const ask = (state: State, speech: string, alarm: DangerNote, district: District): State => {
  const told =
    state.question === 'place' && state.matter !== undefined
      ? { ...state, place: placeOf(speech) }
      : tellMore(state, speech, district);
  const askedOfDanger = [...(state.askedOfDanger ?? []), doubtOf(alarm)];
  return goTo(
    { ...told, alarm: graverOf(state.alarm, alarm), askedOfDanger },
    'in-danger',
    ...(alarm.selfHarm ? [OWN_LIFE] : []),
  );
};

/** There the wish not to be known is said beside an answer. */
const WISHED: readonly Question[] = ['area', 'place', 'confirm', 'drop'];

/** Whether a doubt is of the wish not to be known alone, beside yes or a place: 我不想让村里知道 can sound like fear. */
const isOnlyWish = (state: State, speech: string, district: District): boolean => {
  const { question, language } = state;
  if (!WISHED.includes(question)) return false;
  const beside = besideSecrecy(catalogueOf(language).heard.secrecy, yesOrNoOf(state, { speech }).more);
  return beside === undefined || (beside !== speech && !noteOf(understandDanger(district, beside, 'spoken')));
};

/** Whether a sentence asks for a person, or what became of a ticket, and for nothing else: no letter of it is a doubt. */
const isOnlyAsked = ({ language }: State, speech: string): boolean => {
  const { heard } = catalogueOf(language);
  const beside = besidePerson(heard, speech);
  return (beside?.says === 'nothing' && !beside.isCry) || asksWhatBecame(heard, speech);
};

/** What words of danger lead to, whatever was asked; undefined where there are none, or all was settled. */
export const alarmed = (state: State, { speech }: Answer, district: District): State | undefined => {
  if (speech === undefined || state.danger !== undefined || SETTLED.includes(state.question)) return undefined;
  const note = noteOf(understandDanger(district, speech, 'spoken'));
  if (note?.outcome === 'danger') {
    const told = tellMore(state, speech, district);
    // A mere 快来 does not say which danger it is; what was asked about does.
    const isMere = state.question === 'in-danger' && note.danger === district.danger.otherwise;
    return endanger(told, isMere ? { ...note, danger: state.alarm?.danger ?? note.danger } : note, speech, district);
  }
  // What was asked about already is answered now: 对啊快来 is a yes, and no new doubt.
  const isNone = state.question === 'in-danger' || isOnlyWish(state, speech, district) || isOnlyAsked(state, speech);
  if (note && !note.selfHarm && isNone) return undefined;
  if (!note || state.askedOfDanger?.includes(doubtOf(note)) || (ABOUT_A_TICKET.includes(state.question) && !note.selfHarm))
    return undefined;
  return ask(state, speech, note, district);
};

/** Whether somebody who spoke of their own life says, in whatever few words, that it is they: 我自己, 嗯, 有点. */
const isThemselves = ({ language }: State, speech: string): boolean => {
  const { themselves, fillers, particles } = catalogueOf(language).heard;
  return isSaidAlone(themselves, [...fillers, ...particles], speech);
};

/**
 * The answer to whether somebody is in danger. A plain no takes doubt away, but not from who speaks of their own life: they
 * are told once more where somebody listens. Whatever else is said stays: in the matter, and as a doubt.
 */
export const afterAsking = (state: State, answer: Answer, choice: string | undefined, district: District): State => {
  const { alarm, language } = state;
  const { speech } = answer;
  const answered = yesOrNoOf(state, answer);
  const { said } = answered;
  const catalogue = catalogueOf(language);
  const { secrecy } = catalogue.heard;
  const more = besideSecrecy(secrecy, answered.more);
  const isUnsure = speech !== undefined && catalogue.heard.falseAlarm.unless.some((word) => isSaid(word, speech));
  const isPlain = more === undefined && (said !== 'neither' || speech === undefined) && !isUnsure;
  if (choice === 'no' && isPlain) return goOn({ ...state, alarm: alarm?.selfHarm ? alarm : undefined });
  const words = said === 'yes' ? more : more === undefined && !isUnsure ? undefined : (besideSecrecy(secrecy, speech) ?? more);
  const told = words === undefined ? state : addTo(state, words);
  const isSign =
    speech !== undefined && (isAffirmed(state, speech, district) || (alarm?.selfHarm && isThemselves(state, speech)));
  const isYes = choice === 'yes' || isSign;
  if (isYes && alarm) return endanger(told, alarm, speech ?? `${catalogue.askDanger} ${answer.digits ?? ''}`.trim(), district);
  // Nobody is asked three times; what stays in doubt stands in the ticket.
  const isUnknown = speech !== undefined && catalogue.heard.emergency.unknown.some((word) => isSaid(word, speech));
  const asksAgain = choice !== 'no' && state.misses === 0 && !isUnknown;
  const gone = asksAgain ? missed(told, speech === undefined ? 'silent' : 'wrong') : goOn(told);
  return alarm?.selfHarm ? { ...gone, notices: [OWN_LIFE, ...gone.notices] } : gone;
};
