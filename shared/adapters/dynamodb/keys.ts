/*
 * Every key string of the tickets table; nothing else knows them (the figures table has its own file, figures-keys.ts).
 *
 *   pk                     sk                 row
 *   TICKET#<number>        TICKET             the ticket
 *                          CONTACT            name and number of the reporter, apart
 *                          EVENT#<version>    what happened, only ever added; the stream carries these
 *   ONCE#<scope>#<key>     ONCE               idempotency mark
 *   CALL#<id>              CALL               a phone call in progress
 *
 * The indexes are sparse: a row is in those whose keys it carries.
 *   byReporter   REPORTER#<key>           <openedAt>#<number>        a person's own tickets
 *   byState      STATE#<state>            <openedAt>#<number>        the desk's lists
 *   byDue        DUE#<shard>              <next mark>#<number>       tickets that will get a card
 *   byTime       OPENED#<five minutes>    <number>                   tickets, for the figures of when they were opened
 *                RECORDED#<five minutes>  <recordedAt>#<event id>    events, to learn which figures are out of date
 */
import type { Instant } from '../../domain/instant.ts';

export const Index = { byReporter: 'byReporter', byState: 'byState', byDue: 'byDue', byTime: 'byTime' } as const;

/** The sweep reads each shard, so that no single partition takes the writes of all open tickets. */
export const DUE_SHARDS = 8;

/** A ticket stays in one shard for life: the last random digit of its number is as good as a hash. */
const shardOf = (number: string): number => Number(number.slice(-3, -1)) % DUE_SHARDS;

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
export const onceKey = (scope: string, key: string) => ({ pk: `ONCE#${scope}#${key}`, sk: 'ONCE' });
export const callKey = (id: string) => ({ pk: `CALL#${id}`, sk: 'CALL' });

export const byReporterKey = (reporter: string, openedAt: Instant, number: string) => ({
  byReporterPk: `REPORTER#${reporter}`,
  byReporterSk: `${openedAt}#${number}`,
});
export const byStateKey = (state: string, openedAt: Instant, number: string) => ({
  byStatePk: `STATE#${state}`,
  byStateSk: `${openedAt}#${number}`,
});
export const byDueKey = (nextMarkAt: Instant, number: string) => ({
  byDuePk: duePk(shardOf(number)),
  byDueSk: `${nextMarkAt}#${number}`,
});
export const duePk = (shard: number): string => `DUE#${shard}`;
export const openedPk = (bucket: string): string => `OPENED#${bucket}`;
export const recordedPk = (bucket: string): string => `RECORDED#${bucket}`;
export const openedKey = (openedAt: Instant, number: string) => ({ byTimePk: openedPk(fiveMinutes(openedAt)), byTimeSk: number });
export const recordedKey = (recordedAt: Instant, eventId: string) => ({
  byTimePk: recordedPk(fiveMinutes(recordedAt)),
  byTimeSk: `${recordedAt}#${eventId}`,
});
