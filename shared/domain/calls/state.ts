import type { DangerNote } from '#domain/district/danger/danger-note.ts';
import type { TicketKind } from '#domain/district/kinds.ts';
import type { Instant } from '#domain/instant.ts';
import type { DutyOver } from '#domain/tickets/duty.ts';
import type { TicketState } from '#domain/tickets/states.ts';
import type { OwnTicket } from './own-tickets.ts';
import type { Secrecy } from './secrecy.ts';
import type { Language } from './spoken-number.ts';

/** What the caller is asked, or what the call waits for. */
export type Question =
  | 'greeting' // a person first: whoever waits is put through
  | 'menu'
  | 'agent' // waiting for a person
  | 'matter'
  | 'area'
  | 'which-area' // which of those that may be meant
  | 'place'
  | 'confirm'
  | 'drop' // whether nothing is to be filed after all
  | 'record'
  | 'look-up'
  | 'own' // which ticket of the telephone that rings
  | 'rate' // which ticket is to be rated
  | 'solved'
  | 'stars'
  | 'rated'
  | 'duty' // whether who is on duty takes a ticket
  | 'duty-taken'
  | 'emergency' // being put through to 110, 119, 120
  | 'whereabouts' // of a danger
  | 'in-danger' // whether somebody is, after words that may mean it
  | 'filed'
  | 'over';

/**
 * What came back at a step, whoever the provider is. `digits`, `speech`, `recording` and `dial` are the caller's and
 * the line's; the others are what the hotline knew at that moment, kept so that the step can be told again the same.
 */
export type Answer = {
  digits?: string;
  speech?: string;
  /** The id of what was recorded as the answer. */
  recording?: string;
  /** How the call to a person ended: `completed`, why it did not come about, or `unknown`. */
  dial?: string;
  /** Only in calls that the hotline made: `yes` when a machine answered, as the provider says. */
  machine?: string;
  /** Only at the beginning: `yes` when people sit at the desk and can be reached. */
  agents?: string;
  /** Only at the beginning: `yes` when the caller's number is known. */
  reachable?: string;
  /** Only at the beginning: `yes` when the line can put a caller through to emergency numbers. */
  transfers?: string;
  /** Only at the beginning: `yes` when this caller is texted the number of their ticket. */
  texts?: string;
  /** Where a ticket's number was asked for, and at the beginning of a call that asks for a rating: the number. */
  number?: string;
  /** Only at the beginning of a call to who is on duty: the step of the ticket's ladder. */
  step?: string;
  /** Where who is on duty may take a ticket: `yes` while nobody has; or why they can't, and who has it. */
  awaits?: string;
  over?: string;
  by?: string;
  /** What is told of that ticket. */
  area?: string;
  place?: string;
  matter?: string;
  /** How many other tickets wait, of which the call tells only that. */
  more?: string;
  /** Where a look-up begins: the tickets of the telephone that rings, as `ownFacts` writes them. */
  own?: string;
  /** With it: the ticket's state, or `unknown`. */
  found?: string;
  due?: string;
  provisional?: string;
  /** With it: `yes` when it is this person who may rate it. */
  mayRate?: string;
};

/** What who is on duty is asked to take: the ticket, the step of its ladder, and what is told of it. */
export interface AskedOfDuty {
  number: string;
  step: number;
  area: string;
  place: string | undefined;
  matter: string | undefined;
  /** So many other tickets wait, and are taken with this one. */
  more: number;
}

/** Something that is said before the next question: what became of the last answer. */
export type Notice =
  | { notice: 'welcome' | 'call-back' | 'silent' | 'wrong' | 'no-agent' | 'agents-busy' | 'mistyped' | 'unknown' | 'not-yours' }
  | { notice: 'go-ahead' | 'is-machine' | 'no-number' | 'nothing-filed' }
  | {
      notice:
        | 'leave-message'
        | 'not-recorded'
        | 'message-taken'
        | 'taken-as-said'
        | 'added'
        | 'changed'
        | 'kept-secret'
        | 'not-danger'
        | 'dropped'
        | 'not-dropped'
        | 'will-call-back'
        | 'own-life';
    }
  | { notice: 'duty-over'; why: DutyOver; by?: string | undefined }
  | ({ notice: 'duty' } & AskedOfDuty)
  | { notice: 'danger'; emergencyNumber: string }
  | { notice: 'own'; ticket: OwnTicket }
  | { notice: 'found'; state: TicketState; due?: Instant | undefined; provisional: boolean };

/** Something that was said once a danger was understood, and so belongs to the ticket that was opened then. */
export interface Saying {
  text: string;
  /** It says that somebody is in danger, or takes that back. */
  means?: 'danger' | 'no-danger' | undefined;
  /** The whole matter with it: a ticket with this matter has it already. */
  matter: string | undefined;
}

/** Where a call stands: the question that is open, and what is known so far. */
export interface State {
  question: Question;
  notices: readonly Notice[];
  language: Language;
  /** Silent or wrong answers in a row. */
  misses: number;
  answers: number;
  retellings: number;
  agents: boolean;
  reachable: boolean;
  transfers: boolean;
  texts: boolean;
  /** What the caller came for and got without a ticket of their own: a look-up, or a talk with an agent. */
  served: boolean;
  /** The caller talked with a person, who knows by now what was said before. */
  spoke?: boolean | undefined;
  /** An agent was wanted and none answered. */
  agentMissed: boolean;
  /** After so many answers the whole call began to be recorded: where the caller is told so. */
  recordedSince?: number | undefined;
  /** The question to go on with when no person answers. */
  back: Question;
  /** Which part of the keypad's list of towns is read out. */
  areaPage: number;
  kind?: TicketKind | undefined;
  matter?: string | undefined;
  area?: string | undefined;
  /** Areas that may be meant, and are asked about while none is known; and those of which the caller said no. */
  guesses?: readonly string[] | undefined;
  denied?: readonly string[] | undefined;
  place?: string | undefined;
  /** Where it was before it is told anew: it is there still, unless something else is said. */
  earlier?: Pick<State, 'area' | 'place'> | undefined;
  /** What was told was not right, and is not asked for again: a message stands for it, once there is one. */
  stale?: boolean | undefined;
  confidential?: boolean | undefined;
  anonymous?: boolean | undefined;
  /** The wish about that which was said last, wherever it was said. It counts from then on. */
  wished?: Secrecy | undefined;
  recording?: string | undefined;
  /** The caller wanted that nothing is filed. What they said stays in the call. */
  dropped?: boolean | undefined;
  /** The id of the danger that was recognised. */
  danger?: string | undefined;
  /** The caller took a danger back: its ticket is one of doubt, and was opened before. */
  takenBack?: boolean | undefined;
  /** What speaks of danger, or may: by which words, and whether somebody speaks of taking their own life. */
  alarm?: DangerNote | undefined;
  /** The doubts of which the caller was asked if somebody is in danger: nobody is asked twice of one. */
  askedOfDanger?: readonly string[] | undefined;
  /** What was answered when somebody in danger was asked where they are. */
  whereabouts?: string | undefined;
  /** What was said from the danger on, in its order. */
  since?: readonly Saying[] | undefined;
  /** Only in a call to who is on duty. */
  duty?: AskedOfDuty | undefined;
  /** Tickets of the telephone that rings, newest first, once a look-up began; and the first of them that is offered now. */
  own?: readonly OwnTicket[] | undefined;
  ownFrom?: number | undefined;
  /** The ticket that is rated, and what is said of it. */
  rates?: string | undefined;
  solved?: boolean | undefined;
  /** What was said beside whether it is solved. */
  comment?: string | undefined;
  stars?: number | undefined;
}
