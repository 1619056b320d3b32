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
 *   DUTY#<hash>            RINGS              when a duty telephone was rung, and for whose tickets
 *
 * The indexes are sparse: a row is in those whose keys it carries.
 *   byReporter   REPORTER#<key>           <openedAt>#<number>        a person's own tickets
 *   byState      STATE#<state>            <openedAt>#<number>        the desk's lists; the urgent ones have 0# before it, doubts 1#
 *   byDue        DUE#<shard>              <next mark>#<number>       tickets that will get a card
 *                DUE#urgent               <next mark>#<number>       the urgent ones of them, apart
 *                DUE#duty                 <next>#<number>            those for which somebody on duty is to be rung: by that
 *                                                                     or their next mark, what comes first
 *                DUE#reporters            <next call>#<number>       resolved tickets whose reporters are to be rung
 *                DUE#calls                <silent at>#<call>         calls that have not ended
 *   byTime       OPENED#<five minutes>    <number>                   tickets, for the figures of when they were opened
 *                                         CALL#<id>                  calls that have ended, by when they came in
 *                RECORDED#<five minutes>  <recordedAt>#<event id>    events and ends of calls, to learn which figures are out of date
 */
import { callerOf } from '#domain/calls/call-back-id.ts';
import type { Instant } from '#domain/instant.ts';
import type { Precedence } from '#domain/tickets/precedence.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { DueKind } from '#ports/ticket-store.ts';

export const Index = { byReporter: 'byReporter', byState: 'byState', byDue: 'byDue', byTime: 'byTime' } as const;

/** So many that no single partition takes the writes of all open tickets. */
const DUE_SHARDS = 8;
const URGENT_PK = 'DUE#urgent';
const DUTY_PK = 'DUE#duty';
const REPORTERS_PK = 'DUE#reporters';
const CALLS_PK = 'DUE#calls';

/** A ticket stays in one shard for life: the last random digits of its number are as good as a hash. Few are urgent. */
const duePk = ({ number, urgent }: Pick<Ticket, 'number' | 'urgent'>): string =>
  urgent ? URGENT_PK : `DUE#${Number(number.slice(-3, -1)) % DUE_SHARDS}`;

/** Every sort key of byDue at or before `until` comes before this, all others after it: `$` is the character after `#`. */
export const dueUntil = (until: Instant): string => `${until}$`;
/** The ticket's number, or the call's id, which a sort key of byDue ends with. */
export const idIn = (byDueSk: string): string => byDueSk.slice(byDueSk.indexOf('#') + 1);

/** Every shard in which the sweep must look. */
export const duePks = (which: DueKind | 'calls'): string[] => {
  // One for which somebody on duty is to be rung has no other place, and may be due for its card.
  if (which === 'urgent') return [URGENT_PK, DUTY_PK];
  if (which === 'duty') return [DUTY_PK];
  if (which === 'reporters') return [REPORTERS_PK];
  if (which === 'calls') return [CALLS_PK];
  return Array.from({ length: DUE_SHARDS }, (_, shard) => `DUE#${shard}`);
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
/** The id of a call-back begins with its caller, and no two of a caller have the same. */
export const callBackEventKey = (id: string) => ({
  pk: `${CALLER_PREFIX}${callerOf(id)}`,
  sk: `${EVENT_PREFIX}${id}`,
});

export const byReporterKey = (reporter: string, openedAt: Instant, number: string) => ({
  byReporterPk: `REPORTER#${reporter}`,
  byReporterSk: `${openedAt}#${number}`,
});

/** Before a year, which what is written as ordinary begins with: so rows of before there were doubts keep their place. */
const AHEAD: Record<Precedence, string> = { urgent: '0#', doubt: '1#', ordinary: '' };
export const byStateKey = (state: string, precedence: Precedence, openedAt: Instant, number: string) => ({
  byStatePk: `STATE#${state}`,
  byStateSk: `${AHEAD[precedence]}${openedAt}#${number}`,
});
export const byDueKey = (nextMarkAt: Instant, ticket: Pick<Ticket, 'number' | 'urgent'>) => ({
  byDuePk: duePk(ticket),
  byDueSk: `${nextMarkAt}#${ticket.number}`,
});
export const openedPk = (bucket: string): string => `OPENED#${bucket}`;
export const recordedPk = (bucket: string): string => `RECORDED#${bucket}`;
export const openedKey = (openedAt: Instant, number: string) => ({ byTimePk: openedPk(fiveMinutes(openedAt)), byTimeSk: number });
export const recordedKey = (recordedAt: Instant, eventId: string) => ({
  byTimePk: recordedPk(fiveMinutes(recordedAt)),
  byTimeSk: `${recordedAt}#${eventId}`,
});

/** What an ended call's rows carry: beside the tickets opened when it came in, and among what was recorded when it ended. */
export const openedCallKey = (startedAt: Instant, id: string) => ({
  byTimePk: openedPk(fiveMinutes(startedAt)),
  byTimeSk: `CALL#${id}`,
});
export const recordedCallKey = (recordedAt: Instant, id: string) => ({
  pk: `CALL#${id}`,
  sk: 'RECORDED',
  ...recordedKey(recordedAt, `CALL#${id}`),
});
export const silentKey = (silentAt: Instant, id: string) => ({ byDuePk: CALLS_PK, byDueSk: `${silentAt}#${id}` });
export const reporterDueKey = (nextAt: Instant, number: string) => ({ byDuePk: REPORTERS_PK, byDueSk: `${nextAt}#${number}` });
/** The rings of a duty telephone. */
export const dutyRingsKey = (telephone: string) => ({ pk: `DUTY#${telephone}`, sk: 'RINGS' });
export const dutyDueKey = (nextAt: Instant, number: string) => ({ byDuePk: DUTY_PK, byDueSk: `${nextAt}#${number}` });
