import { catalogueOf } from './catalogue.ts';
import type { Language } from './spoken-number.ts';
import type { Speech, Step, Utterance } from './step.ts';

/** Speech recognition and synthesis name the same language differently. */
const LISTENS: Record<Language, string> = { zh: 'cmn-Hans-CN', en: 'en-US' };
const SPEAKS: Record<Language, string> = { zh: 'zh-CN', en: 'en-US' };

/** A desk that lets a caller wait longer than this is busy. */
const RINGS_FOR_SECONDS = 20;
const LONGEST_SPEECH_SECONDS = 60;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** Characters that XML 1.0 can't hold at all; speech recognition has no business with them. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const escaped = (text: string): string => text.replace(FORBIDDEN, ' ').replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

type Attributes = Record<string, string | number | boolean | undefined>;
const element = (name: string, attributes: Attributes, ...children: string[]): string => {
  const written = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const open = [name, ...written.map(([key, value]) => `${key}="${escaped(String(value))}"`)].join(' ');
  return children.length > 0 ? `<${open}>${children.join('')}</${name}>` : `<${open}/>`;
};

const said = (say: readonly Utterance[], language: Language): string[] =>
  say.map((utterance) =>
    typeof utterance === 'string'
      ? element('Say', { language: SPEAKS[language] }, escaped(utterance))
      : element('Pause', { length: utterance.pause }),
  );

/** People who tell a story, or a number group by group, stop in between; a word is over at once. */
const listening = (speech: Speech, language: Language): Attributes =>
  speech.length === 'story'
    ? { language: LISTENS[language], speechTimeout: 3, maxSpeechTime: LONGEST_SPEECH_SECONDS }
    : { language: LISTENS[language], speechTimeout: 'auto', hints: speech.hints.join(',') };

const responseOf = (...verbs: string[]): string => `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs.join('')}</Response>`;

/** How a step reaches the line: where its answer goes, the language, and whom the desk's agents are rung at. */
export interface Line {
  action: string;
  language: Language;
  agentNumber?: string | undefined;
}

/** A step in TwiML. */
export const twimlOf = ({ say, act }: Step, { action, language, agentNumber = '' }: Line): string => {
  const words = said(say, language);
  switch (act.do) {
    case 'gather': {
      const gather = element(
        'Gather',
        {
          ...{ input: act.speech ? 'dtmf speech' : 'dtmf', action, numDigits: act.digits, timeout: act.seconds },
          ...(act.speech && listening(act.speech, language)),
          actionOnEmptyResult: act.otherwise === undefined,
        },
        ...words,
      );
      return responseOf(gather, ...(act.otherwise ? [...said(act.otherwise, language), element('Hangup', {})] : []));
    }
    case 'record':
      return responseOf(
        ...words,
        element('Record', { action, maxLength: act.seconds, timeout: 8, finishOnKey: '#09', playBeep: true }),
        // An empty recording is not told to the action: the call falls through to here.
        element('Redirect', { method: 'POST' }, escaped(action)),
      );
    case 'dial': {
      const whom = element(agentNumber.startsWith('sip:') ? 'Sip' : 'Number', {}, escaped(agentNumber));
      return responseOf(...words, element('Dial', { action, timeout: RINGS_FOR_SECONDS }, whom));
    }
    case 'hang-up':
      return responseOf(...words, element('Hangup', {}));
  }
};

/** Asks the caller for patience and comes back to `action` by itself. */
export const holdTwiml = (action: string, language: Language): string =>
  responseOf(
    ...said([catalogueOf(language).oneMoment, { pause: 2 }], language),
    element('Redirect', { method: 'POST' }, escaped(action)),
  );

/** Says that nothing can be done now, and ends the call. */
export const outOfOrderTwiml = (language: Language): string =>
  responseOf(...said([catalogueOf(language).outOfOrder], language), element('Hangup', {}));
