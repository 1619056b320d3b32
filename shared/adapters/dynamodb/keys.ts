/*
 * Every key string of the tickets table; nothing else knows them (the figures table has its own file, figures-keys.ts).
 *
 *   pk                     sk                 row
 *   TICKET#<number>        TICKET             the ticket
 *                          CONTACT            name and number of the reporter, apart
 *                          EVENT#<version>    what happened, only ever added; the stream carries these
 *   ONCE#<scope>#<key>     ONCE#<scope>       idempotency mark (the scope again: it and the key may both hold a #)
 *   CALL#<id>              CALL               a phone call in progress
 *                          OUTCOME            how it ended, counted for ever
 *                          RECORDED           that it ended, for the figures to learn of it
 *   CALLER#<hash>          CALL-BACK          the caller who was lost and is to be rung back
 *                          EVENT#<id>         that the desk is to be told so; the stream carries it
 *   LOOK-UP#<number>#<hash>  LOOK-UP          who asked to look a ticket up, whether or not there is one
 *                          EVENT#<askedAt>    that a code is to be texted; the stream carries it
 *   DUTY#<hash>            RINGS              when a duty telephone was rung, and for whose tickets
 *   DAY#<day>#<of what>    COUNT              how many there were of something on a day
 *   DANGER#<of whom>       COUNT              which danger somebody told of last
 *
 * The indexes are sparse: a row is in those whose keys it carries.
 *   byReporter   REPORTER#<key>           <openedAt>#<number>        a person's own tickets
 *   byList       OPEN#<part>              <number>                   open tickets, with what a list shows and filters by
 *                DONE#<year and month>    <number>                   the others, by when they were opened
 *   byPhone      PHONE#<telephone>        <openedAt>                 tickets that are offered to who rings from it
 *   byDue        DUE#<shard>              <next mark>#<number>       tickets that will get a card
 *                DUE#urgent               <next mark>#<number>       the urgent ones of them, apart
 *                DUE#duty, DUE#doubt      <first>#<number>#<next>#<next mark>
 *                                                                     the urgent ones for which somebody on duty is to be
 *                                                                     rung, and the doubts: by that or their next mark, what
 *                                                                     comes first, and both
 *                DUE#reporters            <next call>#<number>       resolved tickets whose reporters are to be rung
 *                DUE#calls#<shard>        <silent at>#<call>         calls that have not ended
 *                DUE#call-backs           <since>#<hash>             callers who are to be rung back
 *   byTime       OPENED#<five minutes>    <number>                   tickets, for the figures of when they were opened
 *                                         CALL#<id>                  calls that have ended, by when they came in
 *                RECORDED#<five minutes>  <recordedAt>#<opened>#<id> events and ends of calls, to learn which figures are out of date
 */
import { callerOf } from '#domain/calls/call-back-id.ts';
import type { Day, Instant } from '#domain/instant.ts';
import type { LookedUp } from '#domain/tickets/look-up.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { DueKind } from '#ports/ticket-store.ts';

export const Index = {
  byReporter: 'byReporter',
  byList: 'byList',
  byPhone: 'byPhone',
  byDue: 'byDue',
  byTime: 'byTime',
} as const;

/** So many that no single partition takes the writes of all open tickets. */
const SHARDS = 8;
const URGENT_PK = 'DUE#urgent';
const DUTY_PK = 'DUE#duty';
const DOUBT_PK = 'DUE#doubt';
const REPORTERS_PK = 'DUE#reporters';
const CALLS_PK = 'DUE#calls';
export const CALL_BACKS_PK = 'DUE#call-backs';

/** Comes after every instant: no card is to fall any more. */
const NEVER = '~';

/** A ticket stays in one shard for life: the last random digits of its number are as good as a hash. */
const shardOf = (number: string): number => Number(number.slice(-3, -1)) % SHARDS;

/** The month in which a ticket was opened, as its number tells: `2026-11` for LZ261123…. */
const monthIn = (number: string): string => `20${number.slice(2, 4)}-${number.slice(4, 6)}`;

/** Few are urgent. */
const duePk = ({ number, urgent }: Pick<Ticket, 'number' | 'urgent'>): string => (urgent ? URGENT_PK : `DUE#${shardOf(number)}`);

/** The part in which an open call stands: by its last character, which providers draw by chance. */
const callsPk = (id: string): string => `${CALLS_PK}#${(id.codePointAt(id.length - 1) ?? 0) % SHARDS}`;

/** Every sort key of byDue at or before `until` comes before this, all others after it: `$` is the character after `#`. */
export const dueUntil = (until: Instant): string => `${until}$`;
/** The ticket's number, or the call's id, which a sort key of byDue ends with. */
export const idIn = (byDueSk: string): string => byDueSk.slice(byDueSk.indexOf('#') + 1);

/**
 * Every shard in which a kind of what is due stands. One for which somebody on duty is to be rung has one place, by the
 * first of two moments: who looks for the other one passes it over, by what its key says.
 */
export const duePks = (which: DueKind | 'calls'): { of: string[]; byFirst: string[] } => {
  if (which === 'urgent') return { of: [URGENT_PK], byFirst: [DUTY_PK] };
  if (which === 'duty') return { of: [], byFirst: [DUTY_PK, DOUBT_PK] };
  if (which === 'reporters') return { of: [REPORTERS_PK], byFirst: [] };
  if (which === 'calls') return { of: Array.from({ length: SHARDS }, (_, shard) => `${CALLS_PK}#${shard}`), byFirst: [] };
  return { of: Array.from({ length: SHARDS }, (_, shard) => `DUE#${shard}`), byFirst: [DOUBT_PK] };
};

/** What a sort key of byDue says: whose it is and when it is due, for a duty telephone or for its card. */
export const dueIn = (byDueSk: string, which: DueKind): { at: Instant; number: string } => {
  const [first = '', number = '', next = first, mark = first] = byDueSk.split('#');
  return { at: which === 'duty' ? next : mark, number };
};

/** The five minutes that an instant falls in, by their beginning: `2026-11-23T08:05`. */
export const fiveMinutes = (at: Instant): string =>
  `${at.slice(0, 14)}${String(Math.floor(Number(at.slice(14, 16)) / 5) * 5).padStart(2, '0')}`;

export const ticketKey = (number: string) => ({ pk: `TICKET#${number}`, sk: 'TICKET' });
export const contactKey = (number: string) => ({ pk: `TICKET#${number}`, sk: 'CONTACT' });
export const EVENT_PREFIX = 'EVENT#';
export const eventKey = (number: string, version: number) => ({
  pk: `TICKET#${number}`,
  sk: `${EVENT_PREFIX}${String(version).padStart(6, '0')}`,
});
export const onceKey = (scope: string, key: string) => ({ pk: `ONCE#${scope}#${key}`, sk: `ONCE#${scope}` });
export const callKey = (id: string) => ({ pk: `CALL#${id}`, sk: 'CALL' });
export const OUTCOME = 'OUTCOME';
export const outcomeKey = (id: string) => ({ pk: `CALL#${id}`, sk: OUTCOME });
export const CALLER_PREFIX = 'CALLER#';
export const callBackKey = (caller: string) => ({ pk: `${CALLER_PREFIX}${caller}`, sk: 'CALL-BACK' });
/** Where a caller stands while somebody is to ring them back. */
export const callBackDueKey = (since: Instant, caller: string) => ({ byDuePk: CALL_BACKS_PK, byDueSk: `${since}#${caller}` });
/** Since when they wait, as their sort key of byDue tells. */
export const waitsSince = (byDueSk: string): Instant => byDueSk.slice(0, byDueSk.indexOf('#'));
/** The id of a call-back begins with its caller, and no two of a caller have the same. */
export const callBackEventKey = (id: string) => ({
  pk: `${CALLER_PREFIX}${callerOf(id)}`,
  sk: `${EVENT_PREFIX}${id}`,
});

export const LOOK_UP_PREFIX = 'LOOK-UP#';
const lookUpPk = ({ number, phoneKey }: LookedUp): string => `${LOOK_UP_PREFIX}${number}#${phoneKey}`;
export const lookUpKey = (of: LookedUp) => ({ pk: lookUpPk(of), sk: 'LOOK-UP' });
export const lookUpEventKey = (of: LookedUp, askedAt: Instant) => ({ pk: lookUpPk(of), sk: `${EVENT_PREFIX}${askedAt}` });

/** Whose tickets a part of byReporter holds. */
export const reporterIn = (byReporterPk: string): string => byReporterPk.slice('REPORTER#'.length);
export const byReporterKey = (reporter: string, openedAt: Instant, number: string) => ({
  byReporterPk: `REPORTER#${reporter}`,
  byReporterSk: `${openedAt}#${number}`,
});

/** Where calls from a telephone find its tickets. */
export const byPhoneKey = (telephone: string, openedAt: Instant) => ({
  byPhonePk: `PHONE#${telephone}`,
  byPhoneSk: openedAt,
});

/** So many parts take the writes of 200 tickets a second; a list reads each of them. */
const LIST_PARTS = 2;
/** Every part of the list of open tickets. */
export const OPEN_PKS = Array.from({ length: LIST_PARTS }, (_, part) => `OPEN#${part}`);
/** The part of what is done that was opened in a month of the district: `2026-11`. */
export const donePk = (month: string): string => `DONE#${month}`;
export const byListKey = ({ number }: Pick<Ticket, 'number'>, isOpen: boolean) => ({
  byListPk: isOpen ? `OPEN#${shardOf(number) % LIST_PARTS}` : donePk(monthIn(number)),
  byListSk: number,
});
export const byDueKey = (nextMarkAt: Instant, ticket: Pick<Ticket, 'number' | 'urgent'>) => ({
  byDuePk: duePk(ticket),
  byDueSk: `${nextMarkAt}#${ticket.number}`,
});
export const openedPk = (bucket: string): string => `OPENED#${bucket}`;
export const recordedPk = (bucket: string): string => `RECORDED#${bucket}`;
export const openedKey = (openedAt: Instant, number: string) => ({ byTimePk: openedPk(fiveMinutes(openedAt)), byTimeSk: number });
export const recordedKey = (recordedAt: Instant, openedAt: Instant, id: string) => ({
  byTimePk: recordedPk(fiveMinutes(recordedAt)),
  byTimeSk: `${recordedAt}#${fiveMinutes(openedAt)}#${id}`,
});
/** What was recorded, as its sort key tells. */
export const recordedAs = (byTimeSk: string): { id: string; opened: Instant } => {
  const [, minutes = '', ...id] = byTimeSk.split('#');
  return { id: id.join('#'), opened: `${minutes}:00.000Z` };
};
/** The row that counts for what was recorded: the ticket, or how the call ended. */
export const countedKey = (id: string) =>
  id.startsWith('CALL#') ? outcomeKey(id.slice('CALL#'.length)) : ticketKey(id.slice(0, id.indexOf('.')));

/** What an ended call's rows carry: beside the tickets opened when it came in, and among what was recorded when it ended. */
export const openedCallKey = (startedAt: Instant, id: string) => ({
  byTimePk: openedPk(fiveMinutes(startedAt)),
  byTimeSk: `CALL#${id}`,
});
export const recordedCallKey = (recordedAt: Instant, startedAt: Instant, id: string) => ({
  pk: `CALL#${id}`,
  sk: 'RECORDED',
  ...recordedKey(recordedAt, startedAt, `CALL#${id}`),
});
export const silentKey = (silentAt: Instant, id: string) => ({ byDuePk: callsPk(id), byDueSk: `${silentAt}#${id}` });
export const reporterDueKey = (nextAt: Instant, number: string) => ({ byDuePk: REPORTERS_PK, byDueSk: `${nextAt}#${number}` });
/** The rings of a duty telephone. */
export const dutyRingsKey = (telephone: string) => ({ pk: `DUTY#${telephone}`, sk: 'RINGS' });
/** How many tickets, texts or calls there were on a day, of one person, one telephone or of all. */
export const dayKey = (day: Day, of: string) => ({ pk: `DAY#${day}#${of}`, sk: 'COUNT' });
/** The dangers of one person or telephone: a night has two days, and one danger may go on through both. */
export const dangerKey = (of: string) => ({ pk: `DANGER#${of}`, sk: 'COUNT' });
/** Where a ticket stands while somebody on duty is to be rung for it. */
export const dutyDueKey = ({ number, urgent }: Pick<Ticket, 'number' | 'urgent'>, nextAt: Instant, markAt = NEVER) => ({
  byDuePk: urgent ? DUTY_PK : DOUBT_PK,
  byDueSk: `${markAt < nextAt ? markAt : nextAt}#${number}#${nextAt}#${markAt}`,
});
