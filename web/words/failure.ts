import { Refused } from '#web/session/call.ts';
import { shared } from './shared.ts';

/** What to say to a person when something was not done. */
export const sentenceFor = (error: unknown): string => {
  const words = shared();
  if (!(error instanceof Refused)) return words.noAnswer;
  const { code, detail } = error.problem;
  return words.problems[code] ?? detail;
};
