import type { Dialect } from '#channels/dialect.ts';
import type { Line } from '#channels/heard.ts';
import { type Attributes, element, escaped } from '#channels/xml.ts';
import type { Language } from '#domain/calls/spoken-number.ts';
import type { Speech, Step } from '#domain/calls/step.ts';
import type { Utterance } from '#domain/calls/utterance.ts';
import { catalogueOf } from '#domain/calls/words/catalogues.ts';

/** Speech recognition and synthesis name the same language differently. */
const LISTENS: Record<Language, string> = { zh: 'cmn-Hans-CN', en: 'en-US' };
const SPEAKS: Record<Language, string> = { zh: 'zh-CN', en: 'en-US' };

/** How long an emergency number may ring. */
const RINGS_FOR_SECONDS = 30;
/** Between two looks at how long somebody has waited. */
const WAITS_SECONDS = 5;
const LONGEST_SPEECH_SECONDS = 60;

const said = (say: readonly Utterance[], language: Language): string[] =>
  say.map((utterance) => {
    if (typeof utterance === 'string') return element('Say', { language: SPEAKS[language] }, escaped(utterance));
    if ('pause' in utterance) return element('Pause', { length: utterance.pause });
    return element('Say', { language: SPEAKS[utterance.language] }, escaped(utterance.text));
  });

/** People who tell a story, or a number group by group, stop in between; a word is over at once. */
const listening = (speech: Speech, language: Language): Attributes =>
  speech.length === 'story'
    ? { language: LISTENS[language], speechTimeout: 3, maxSpeechTime: LONGEST_SPEECH_SECONDS }
    : { language: LISTENS[language], speechTimeout: 'auto', hints: speech.hints.join(',') };

const responseOf = (...verbs: string[]): string => `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs.join('')}</Response>`;

const redirect = (address: string): string => element('Redirect', { method: 'POST' }, escaped(address));

/** The whole call from here on; Twilio tells when it can be fetched. */
const recordCall = (recorded: string): string =>
  element('Start', {}, element('Recording', { recordingStatusCallback: recorded, recordingStatusCallbackEvent: 'completed' }));

const dialled = (number: string, action: string, seconds: number): string =>
  element('Dial', { action, timeout: seconds }, element(/^sips?:/.test(number) ? 'Sip' : 'Number', {}, escaped(number)));

const toDesk = ({ action, waiting, desk }: Line, seconds: number): string => {
  // Without a desk nobody answers.
  if (!desk) return redirect(action);
  return 'queue' in desk
    ? element('Enqueue', { action, waitUrl: waiting }, escaped(desk.queue))
    : dialled(desk.number, action, seconds);
};

const verbsOf = ({ say, act, language }: Step, line: Line): string[] => {
  const words = said(say, language);
  const { action } = line;
  switch (act.do) {
    case 'gather': {
      const gather = element(
        'Gather',
        {
          input: act.speech ? 'dtmf speech' : 'dtmf',
          action,
          numDigits: act.digits,
          timeout: act.seconds,
          ...(act.speech && listening(act.speech, language)),
          actionOnEmptyResult: act.otherwise === undefined,
        },
        ...words,
      );
      return [gather, ...(act.otherwise ? [...said(act.otherwise, language), element('Hangup', {})] : [])];
    }
    case 'record': {
      const record = element('Record', { action, maxLength: act.seconds, timeout: 8, finishOnKey: '#09', playBeep: true });
      // An empty recording is not told to the action: the call falls through to here.
      return [...words, record, redirect(action)];
    }
    case 'agent':
      return [...words, toDesk(line, act.seconds)];
    case 'transfer':
      return [...words, dialled(act.number, action, RINGS_FOR_SECONDS)];
    case 'hang-up':
      return [...words, element('Hangup', {})];
  }
};

/** Twilio's dialect, and that of those who speak it: TwiML. */
export const twiml: Dialect = {
  provider: 'twilio',
  contentType: 'text/xml; charset=utf-8',
  step: (step, line) => responseOf(...(step.recordsCall ? [recordCall(line.recorded)] : []), ...verbsOf(step, line)),
  hold: (action, language, first) =>
    responseOf(...said([first ?? [], catalogueOf(language).oneMoment, { pause: 2 }].flat(), language), redirect(action)),
  takeMessage: (action, language) =>
    responseOf(
      ...said([catalogueOf(language).leaveMessageNow], language),
      element('Record', { action, maxLength: 180, timeout: 8, finishOnKey: '#', playBeep: true }),
      redirect(action),
    ),
  sayAndHangUp: (words, language) => responseOf(...said([words], language), element('Hangup', {})),
  stillWaiting: (language) => responseOf(...said([catalogueOf(language).stillWaiting, { pause: WAITS_SECONDS }], language)),
  leaveQueue: () => responseOf(element('Leave', {})),
  nothing: () => responseOf(),
};
