import type { PhoneProvider } from '#domain/calls/providers.ts';

/** What a provider's word says of a call to a person: whether somebody spoke with the caller. */
type Meaning = 'reached' | 'unreached';

/**
 * All words of each provider's documents: Twilio's DialCallStatus and QueueResult, jambonz' dial_call_status and
 * queue_result, and what our own contact flow says.
 */
const MEANINGS: Record<PhoneProvider, ReadonlyMap<string, Meaning>> = {
  twilio: new Map([
    ['completed', 'reached'],
    ['answered', 'reached'],
    ['busy', 'unreached'],
    ['no-answer', 'unreached'],
    ['failed', 'unreached'],
    ['canceled', 'unreached'],
    ['bridged', 'reached'],
    ['bridging-in-process', 'reached'],
    ['redirected-from-bridged', 'reached'],
    // Nothing of ours takes a call out of a queue: somebody at the desk did.
    ['redirected', 'reached'],
    ['error', 'unreached'],
    ['hangup', 'unreached'],
    ['leave', 'unreached'],
    ['queue-full', 'unreached'],
    ['system-error', 'unreached'],
  ]),
  jambonz: new Map([
    ['completed', 'reached'],
    ['in-progress', 'reached'],
    ['failed', 'unreached'],
    ['busy', 'unreached'],
    ['no-answer', 'unreached'],
    ['trying', 'unreached'],
    ['ringing', 'unreached'],
    ['early-media', 'unreached'],
    ['bridged', 'reached'],
    ['hangup', 'unreached'],
    ['leave', 'unreached'],
    ['error', 'unreached'],
  ]),
  connect: new Map([
    ['completed', 'reached'],
    ['busy', 'unreached'],
    ['no-agent', 'unreached'],
    ['failed', 'unreached'],
  ]),
};

/** A word as it may stand in a log. */
const PLAIN = /^[\w-]+$/;

/**
 * How a call to a person ended, as the conversation takes it: `completed`, the word of why nobody was reached, or
 * `unknown`, with the word for the log in `unknownDial`: a new word must not make a caller a lost one.
 */
export const dialIn = (provider: PhoneProvider, word: string | undefined): { dial?: string; unknownDial?: string } => {
  if (!word) return {};
  switch (MEANINGS[provider].get(word)) {
    case 'reached':
      return { dial: 'completed' };
    case 'unreached':
      return { dial: word };
    default:
      return { dial: 'unknown', unknownDial: PLAIN.test(word) ? word : 'unreadable' };
  }
};
