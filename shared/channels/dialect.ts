import type { PhoneProvider } from '#domain/calls/providers.ts';
import type { Language } from '#domain/calls/spoken-number.ts';
import type { Step } from '#domain/calls/step.ts';
import type { Line } from './heard.ts';

/** How one provider, which asks over HTTP, is told what to do with a call: bodies of answers. */
export interface Dialect {
  provider: PhoneProvider;
  contentType: string;
  step(step: Step, line: Line): string;
  /** Says something first where there is something, asks the caller for patience, and comes back to `action` by itself. */
  hold(action: string, language: Language, first?: string): string;
  /** Something failed: takes a message, whose end is told to `action`. */
  takeMessage(action: string, language: Language): string;
  sayAndHangUp(words: string, language: Language): string;
  /** The caller waits on for an agent. */
  stillWaiting(language: Language): string;
  /** The caller has waited long enough for an agent. */
  leaveQueue(): string;
  /** To news that ask for nothing. */
  nothing(): string;
}
