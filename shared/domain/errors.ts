/**
 * Every way in which the hotline refuses, by its stable code. The sentence is shown to the person who asked, and says what
 * to do. shared/runtime/problem.ts gives each code its HTTP status and title, and does not compile while one lacks them.
 */
export const refusals = {
  'ticket-number-mistyped':
    'The ticket number is not well formed or a digit is wrong: check it against the SMS or the announcement.',
  'ticket-unknown':
    'There is no ticket of this number among those that you may see: check the number, and with which account you signed in.',
  'role-not-allowed': 'Your role may not do this: openapi.json names the roles of each operation; your groups are in your token.',
  'department-not-yours': 'You do not work for the department in the path: its people are in the group department:<id>.',
  'state-not-allowed': 'The ticket is in a state in which this cannot be done: read it again to see where it stands.',
  'ticket-changed-meanwhile': 'Somebody else is changing this ticket at this moment: read it again and retry.',
  'idempotency-key-reused': 'This Idempotency-Key was used for another request: use a new key for a new matter.',
  'too-many-additions':
    'So much was added to this ticket that no more fits: call the hotline, or open a new ticket that names this one.',
  'too-many-today':
    'So many matters came from this account today that no more are taken: add to one of them, or come again after the seconds in Retry-After. If somebody is in danger, call the emergency number; words of danger are always taken.',
  'too-many-codes':
    'So many codes were asked for today for this number and telephone that no more are sent: call the hotline, or come again after the seconds in Retry-After.',
  'code-not-right':
    'The code is wrong, was used before, is older than ten minutes, or was tried too often: check it, or ask for a new one.',
  'phone-not-texted':
    'No text can be sent to this telephone: call the hotline from it, which then offers the tickets that were filed with it.',
  'danger-told':
    'These words say that somebody may be in danger: they were added to the ticket, and nothing else was done. If nobody is, send it without them.',
  'area-unknown':
    'This district has no area of this id: the ids are in its list of areas, the file areas.yaml of its configuration, which the operator has.',
  'category-unknown':
    'This district has no category of this id: the ids are in its list of categories, the file categories.yaml of its configuration, which the operator has.',
  'department-unknown':
    'This district has no department of this id: the ids are in its list of departments, the file departments.yaml of its configuration, which the operator has.',
  'cursor-invalid': 'The cursor is not one that this list gave out: begin again without it.',
  'lease-invalid': 'The lease has run out or is not one for this: fetch the work again.',
  'recording-none': 'This ticket has no recording, or it was deleted when its time was over: read what the ticket says instead.',
  'recording-not-there-yet': 'The recording is still on its way from the phone provider: ask again in some minutes.',
  'period-invalid': 'The period is not one that can be shown: see the limits of from, to and period.',
  'request-invalid': 'The request does not have the form that this operation takes: errors says what is wrong, and where.',
  'body-not-utf8': 'The body is not UTF-8, so its words can not be read: send the body as UTF-8.',
  'body-not-json': 'The body is not JSON: send a JSON object as application/json.',
  'body-too-large': 'The body is larger than 256 KB: shorten what it says.',
  'signature-invalid':
    'The signature does not match this request: sign it with the shared secret, over the address that the provider was given.',
  unauthenticated: 'Sign in first: the token is missing or not accepted. Send it as Authorization: Bearer <token>.',
} as const;

export type RefusalCode = keyof typeof refusals;

/** What is wrong with one field, as a JSON pointer into the request and a sentence. */
export interface FieldProblem {
  pointer: string;
  detail: string;
}

/** A refusal that the caller can act upon. Anything else that is thrown is a fault of ours. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly fields: FieldProblem[];
  /** After how many seconds the same request may be taken, where that is known. */
  readonly seconds: number | undefined;

  constructor(code: RefusalCode, detail: string = refusals[code], fields: FieldProblem[] = [], seconds?: number) {
    super(detail);
    this.code = code;
    this.fields = fields;
    this.seconds = seconds;
  }
}

/** Thrown when a thing can't be done at this moment, for load or an outage below us: the same request may come again soon. */
export class Busy extends Error {
  override readonly name = 'Busy';
}

/** Thrown for what can't be done yet, through nobody's fault, and will be when it is tried again. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
}
