import { messageAt } from '#channels/addresses.ts';
import type { Dialect } from '#channels/dialect.ts';
import type { Line } from '#channels/heard.ts';
import { sayable } from '#channels/xml.ts';
import type { Language } from '#domain/calls/spoken-number.ts';
import type { Act, Speech, Step } from '#domain/calls/step.ts';
import type { Utterance } from '#domain/calls/utterance.ts';
import { catalogueOf } from '#domain/calls/words/catalogues.ts';

/** Which services an account recognises and synthesises speech with, and their voices, is its own affair. */
const VENDOR = 'default';
const LANGUAGES: Record<Language, string> = { zh: 'zh-CN', en: 'en-US' };

/** How long an emergency number may ring. */
const RINGS_FOR_SECONDS = 30;
/** Between two looks at how long somebody has waited. */
const WAITS_SECONDS = 5;
/** How long nothing may be said before a message is taken to have ended. */
const SILENCE_SECONDS = 8;

type Verb = { verb: string } & Record<string, unknown>;
type Words = { text: string; synthesizer: { vendor: string; language: string } };

/** Text that begins like SSML would be taken for it; nobody says angle brackets. */
const wordsOf = (text: string, language: Language): Words => ({
  text: sayable(text).replace(/[<>]/g, ' '),
  synthesizer: { vendor: VENDOR, language: LANGUAGES[language] },
});

const said = (say: readonly Utterance[], language: Language): Verb[] =>
  say.map((utterance) => {
    if (typeof utterance === 'string') return { verb: 'say', ...wordsOf(utterance, language) };
    if ('pause' in utterance) return { verb: 'pause', length: utterance.pause };
    return { verb: 'say', ...wordsOf(utterance.text, utterance.language) };
  });

/** People who tell a story stop in between; a word is over at once. */
const listening = (speech: Speech, language: Language) => {
  const recognizer = { vendor: VENDOR, language: LANGUAGES[language] };
  if (speech.length === 'story') {
    return { speechTimeout: 3, recognizer: { ...recognizer, asrTimeout: 3 } };
  }
  return { speechTimeout: 1, recognizer: { ...recognizer, ...(speech.hints.length > 0 && { hints: [...speech.hints] }) } };
};

const gathering = (actionHook: string, digits: number, seconds: number): Verb => ({
  verb: 'gather',
  actionHook,
  input: ['digits'],
  timeout: seconds,
  // Without a least number of digits the time between them is not looked at.
  numDigits: digits,
  minDigits: 1,
  interDigitTimeout: 5,
  finishOnKey: '#',
  dtmfBargein: true,
  listenDuringPrompt: true,
});

const hearing = (speech: Speech | undefined, language: Language) =>
  speech && { input: ['digits', 'speech'], bargein: true, ...listening(speech, language) };

/** Any voice reads letters; Chinese is read by a Chinese one alone. */
const isReadBy = (language: Language, text: string): boolean => language === 'zh' || !/\p{Script=Han}/u.test(text);

/** What a voice of this language reads of an utterance; undefined for a pause, and for what it can't read. */
const readBy = (language: Language, utterance: Utterance): string | undefined => {
  if (typeof utterance === 'string') return utterance;
  return 'text' in utterance && isReadBy(language, utterance.text) ? utterance.text : undefined;
};

/**
 * A key that is pressed while something else speaks than the gather is lost, so it speaks all that one voice can. It holds
 * no pauses: what comes before the last pause, or other voice, is said first, and not cut short.
 */
const gather = (say: readonly Utterance[], act: Act & { do: 'gather' }, language: Language, action: string): Verb[] => {
  const first = say.findLastIndex((utterance) => readBy(language, utterance) === undefined) + 1;
  const asked = say
    .slice(first)
    .flatMap((utterance) => readBy(language, utterance) ?? [])
    .join(' ');
  return [
    ...said(say.slice(0, first), language),
    {
      ...gathering(action, act.digits, act.seconds),
      ...hearing(act.speech, language),
      ...(asked !== '' && { say: wordsOf(asked, language) }),
    },
  ];
};

/** To where the account keeps its recordings; of a call that is recorded already it changes nothing. */
const RECORD_CALL: Verb = { verb: 'config', record: { action: 'startCallRecording', type: 'cloud' } };
const TONE: Verb = { verb: 'play', url: 'tone_stream://%(500,0,800)' };

/** There is no verb that takes a message: the recording of the call holds it, and listening tells when it is over. */
const message = (language: Language, action: string): Verb[] => [
  ...[RECORD_CALL, TONE],
  { ...gathering(messageAt(action), 1, SILENCE_SECONDS), ...hearing({ length: 'story' }, language) },
];

const dialled = (number: string, actionHook: string, seconds: number): Verb => {
  const target = /^sips?:/.test(number) ? { type: 'sip', sipUri: number } : { type: 'phone', number };
  return { verb: 'dial', target: [target], actionHook, timeout: seconds };
};

const redirect = (actionHook: string): Verb => ({ verb: 'redirect', actionHook });

const toDesk = ({ desk, action, waiting }: Line, seconds: number): Verb => {
  // Without a desk nobody answers.
  if (!desk) return redirect(action);
  return 'queue' in desk
    ? { verb: 'enqueue', name: desk.queue, actionHook: action, waitHook: waiting }
    : dialled(desk.number, action, seconds);
};

const verbsOf = ({ say, act, language }: Step, line: Line): Verb[] => {
  const { action } = line;
  switch (act.do) {
    case 'gather':
      // Silence is told to the action whatever stands behind it, and answered there.
      return gather(say, act, language, action);
    case 'record':
      return [...said(say, language), ...message(language, action)];
    case 'agent':
      return [...said(say, language), toDesk(line, act.seconds)];
    case 'transfer':
      return [...said(say, language), dialled(act.number, action, RINGS_FOR_SECONDS)];
    case 'hang-up':
      return [...said(say, language), { verb: 'hangup' }];
  }
};

const written = (...verbs: Verb[]): string => JSON.stringify(verbs);

/** The dialect of jambonz: JSON verbs. */
export const jambonz: Dialect = {
  provider: 'jambonz',
  contentType: 'application/json',
  step: (step, line) => written(...(step.recordsCall ? [RECORD_CALL] : []), ...verbsOf(step, line)),
  hold: (action, language, first) =>
    written(...said([first ?? [], catalogueOf(language).oneMoment, { pause: 2 }].flat(), language), redirect(action)),
  takeMessage: (action, language) =>
    written(...said([catalogueOf(language).leaveMessageNow], language), ...message(language, action)),
  sayAndHangUp: (words, language) => written(...said([words], language), { verb: 'hangup' }),
  stillWaiting: (language) => written(...said([catalogueOf(language).stillWaiting, { pause: WAITS_SECONDS }], language)),
  leaveQueue: () => written({ verb: 'leave' }),
  nothing: () => written(),
};
