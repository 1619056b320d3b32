import { element, escaped } from '#channels/xml.ts';
import type { Language } from '#domain/calls/spoken-number.ts';
import type { Act, Step } from '#domain/calls/step.ts';
import type { Utterance } from '#domain/calls/utterance.ts';
import { catalogueOf } from '#domain/calls/words/catalogues.ts';
import { beginningOf } from '#domain/text/beginning.ts';
import type { FlowRequest } from './request.ts';

/**
 * What the contact flow can do next; each has a branch in `infra/connect/contact-flow.json`. Connect wants the seconds of
 * waiting for a key to stand in the flow itself, so keys come in three kinds.
 */
export const FLOW_ACTS = [
  ...(['key-soon', 'key', 'number', 'speech', 'record'] as const),
  ...(['agent', 'transfer', 'hang-up', 'hold', 'fallback'] as const),
];

/** What a contact flow is told: flat, and all of it text. */
export interface FlowAttributes extends Record<string, string> {
  act: (typeof FLOW_ACTS)[number];
  /** SSML. */
  text: string;
  /** One of Amazon Polly's, and the language that a bot listens in. */
  voice: string;
  language: string;
  /** What the flow hands over when it asks next. */
  step: string;
  retry: string;
}

const VOICES: Record<Language, string> = { zh: 'Zhiyu', en: 'Joanna' };
const LISTENS: Record<Language, string> = { zh: 'zh-CN', en: 'en-US' };
const SPEAKS: Record<Language, string> = { zh: 'cmn-CN', en: 'en-US' };

/** More is not synthesised at once, and would not fit what a function may answer. */
const MOST_SIGNS = 2500;
const LONGEST_BREAK_SECONDS = 10;

const ssml = (say: readonly Utterance[]): string => {
  let left = MOST_SIGNS;
  const cut = (text: string): string => {
    const kept = beginningOf(text, { signs: left });
    left -= kept.length;
    return escaped(kept);
  };
  const parts = say.map((utterance) => {
    if (typeof utterance === 'string') return cut(utterance);
    if ('pause' in utterance) return element('break', { time: `${Math.min(utterance.pause, LONGEST_BREAK_SECONDS)}s` });
    return element('lang', { 'xml:lang': SPEAKS[utterance.language] }, cut(utterance.text));
  });
  return element('speak', {}, parts.join(' '));
};

const said = (act: FlowAttributes['act'], say: readonly Utterance[], language: Language, step: number): FlowAttributes => ({
  act,
  text: ssml(say),
  voice: VOICES[language],
  language: LISTENS[language],
  step: String(step),
  retry: '0',
});

const keysOf = ({ digits, seconds }: Act & { do: 'gather' }): FlowAttributes['act'] => {
  if (digits > 1) return 'number';
  return seconds < 4 ? 'key-soon' : 'key';
};

/** How a bot listens: how long for the first word, how long a pause may be, and how many keys it takes. */
const listening = ({ digits, seconds, speech }: Act & { do: 'gather' }): Record<string, string> => ({
  startMilliseconds: String(seconds * 1000),
  endMilliseconds: speech?.length === 'story' ? '3000' : '800',
  digits: String(digits),
});

/** A step for the contact flow; `next` is the step that its answer will be of. */
export const attributesOf = (
  { say, act, language }: Step,
  next: number,
  { hearsSpeech }: { hearsSpeech: boolean },
): FlowAttributes => {
  const tell = (does: FlowAttributes['act']): FlowAttributes => said(does, say, language, next);
  switch (act.do) {
    case 'gather':
      if (act.speech && hearsSpeech) return { ...tell('speech'), ...listening(act) };
      return { ...tell(keysOf(act)), ...(act.otherwise && { otherwise: ssml(act.otherwise) }) };
    case 'transfer':
      return { ...tell('transfer'), number: act.number };
    default:
      return tell(act.do);
  }
};

/** Asks the caller for patience; the flow then asks for the same step again, with the same answer. */
export const holdAttributes = ({ heard, retry }: FlowRequest, language: Language, first?: string): FlowAttributes => ({
  ...said('hold', [first ?? [], catalogueOf(language).oneMoment, { pause: 2 }].flat(), language, heard.step),
  retry: String(retry + 1),
});

/** Sends the flow to the function that takes messages. */
export const fallbackAttributes = (language: Language, first?: string): FlowAttributes =>
  said('fallback', [first ?? [], catalogueOf(language).oneMoment].flat(), language, 0);

/** Takes a message, which the flow then tells to the same function, as step 1. */
export const messageAttributes = (language: Language): FlowAttributes =>
  said('record', [catalogueOf(language).leaveMessageNow], language, 1);

/** Says something, and hangs up. */
export const goodbyeAttributes = (words: string, language: Language): FlowAttributes => said('hang-up', [words], language, 0);
