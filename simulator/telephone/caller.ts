import { PlainFailure } from '#local/plain-failure.ts';
import type { CallAnswer, CallScript } from './script.ts';

/** What is awaited: keys; keys or words; a message; or, of the desk's line, that it takes the call. */
export interface Awaited {
  what: 'keys' | 'words' | 'message' | 'agent';
  /** So many keys are taken at most. */
  keys?: number;
}

/** The person who calls: hears the hotline's words, and does something when asked. */
export interface Caller {
  hear(words: string): void;
  answer(awaited: Awaited): Promise<CallAnswer>;
}

const FITTING: Record<Awaited['what'], readonly string[]> = {
  // Who speaks where only keys are taken is not heard; that is no fault of the script.
  keys: ['keys', 'speech', 'silence', 'hangUp'],
  words: ['keys', 'speech', 'silence', 'hangUp'],
  message: ['recording', 'keys', 'silence', 'hangUp'],
  agent: ['agent', 'hangUp'],
};

const fits = (answer: CallAnswer, { what, keys = Number.POSITIVE_INFINITY }: Awaited): boolean =>
  FITTING[what].some((name) => name in answer) && !('keys' in answer && answer.keys.replace(/#$/, '').length > keys);

/** A caller who does what a script says. Throws a PlainFailure when that can't be done at that moment. */
export const scriptedCaller = ({ answers }: Pick<CallScript, 'answers'>): Caller & { heard: string[] } => {
  const left = [...answers];
  const heard: string[] = [];
  let answeredAt = 0;
  return {
    heard,
    hear: (words) => {
      heard.push(words);
    },
    answer: async (awaited) => {
      const asked = heard.slice(answeredAt).join(' ');
      answeredAt = heard.length;
      for (let next = left.shift(); next; next = left.shift()) {
        if (next.hearing !== undefined && !asked.includes(next.hearing)) continue;
        if (fits(next, awaited)) return next;
        throw new PlainFailure(`The script says ${JSON.stringify(next)}, but ${awaited.what} is awaited after "${asked}".`);
      }
      return { hangUp: true };
    },
  };
};
