import type { Answer } from '#domain/calls/state.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';

/** A recording that a provider made: its id there, and where it can be fetched. */
export interface MadeRecording {
  id: string;
  url: string;
}

/** What a provider's request tells, whoever the provider is. */
export type Heard = {
  /** The provider's id of the call. */
  call: string;
  /** The other end's telephone; absent when its number is withheld, or nobody's telephone. */
  phone?: Telephone | undefined;
} & (
  | {
      what: 'step';
      /** Which step of the call this answers, from 0: the call has come in, or was taken. */
      step: number;
      answer: Answer;
      /** The provider's word for how the call to a person ended, when it is none that we know. */
      unknownDial?: string | undefined;
      /** What `answer.recording` names. */
      recording?: MadeRecording | undefined;
      /** Only at step 0 of a call that the hotline itself made: the number of the ticket that it asks about. */
      rates?: string | undefined;
      /** The same for a call to who is on duty: the number of the ticket and the step of its ladder, `LZ…-2`. */
      duty?: string | undefined;
    }
  /** The call is over, whoever ended it; `rates` and `duty` as at step 0. */
  | { what: 'ended'; rates?: string | undefined; duty?: string | undefined }
  /** The caller has waited so long for an agent. */
  | { what: 'waiting'; seconds: number }
  /** A recording that ran beside the call is ready. */
  | { what: 'recorded'; recording: MadeRecording }
  /** Something that the hotline does nothing about. */
  | { what: 'news' }
);

/** Whom a caller who wants a person is put through to: a phone number or SIP address that is rung, or a queue of the provider. */
export type Desk = { number: string } | { queue: string };

/** How a step reaches the line: where the provider asks and tells next. All addresses are whole URLs. */
export interface Line {
  /** Where the answer to the step goes. */
  action: string;
  /** What is asked again and again while the caller waits in the desk's queue. */
  waiting: string;
  /** Where it is told that a recording is ready. */
  recorded: string;
  desk?: Desk | undefined;
}
