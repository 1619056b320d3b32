import { openTicketContract } from '#contracts/http/open-ticket.ts';
import { messageOf } from '#contracts/messages/ticket-event-message.ts';
import { dayOf } from '#domain/district/day-limits.ts';
import type { DayLimits } from '#domain/district/district.ts';
import { type Instant, plusMinutes } from '#domain/instant.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Actor } from '#domain/tickets/circumstances.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { openTicket } from '#functions/resident-api/open-ticket.ts';
import * as ringReporters from '#functions/ring-reporters/handler.ts';
import * as textReporters from '#functions/text-reporters/handler.ts';
import { apiFunction } from '#runtime/api.ts';
import { bearerOf } from '#simulator/sample-events/web-request.ts';
import { memoryDayCounts } from '#test/adapters/memory/day-counts.ts';
import { memoryLookUpCodes, memoryLookUps } from '#test/adapters/memory/look-ups.ts';
import { memoryPhoneKeys } from '#test/adapters/memory/phone-keys.ts';
import { memorySentMarks } from '#test/adapters/memory/sent-marks.ts';
import { memoryTelephony } from '#test/adapters/memory/telephony.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { withDayLimits } from '#test/unit/domain/day-limits.ts';
import { serve } from '#use-cases/operation.ts';
import { linzi, NOW, phoneLine } from './telephone-line.ts';

/** A hotline that calls, requests, texts and rings go through, in this process, with these limits of a day. */
export const floodedHotline = (aDay: DayLimits = {}) => {
  const district = withDayLimits(aDay, linzi);
  const [tickets, telephony, dayCounts] = [memoryTickets(), memoryTelephony(), memoryDayCounts()];
  let at: Instant = NOW;
  let draws = 0;
  const randomBelow = (limit: number) => (draws++ * 7919 + 500_000) % limit;
  const needs = { store: tickets, phoneKeys: memoryPhoneKeys, district, now: () => at, randomBelow };
  const line = phoneLine({ district, store: tickets, sendsTexts: true, now: () => at });
  const app = apiFunction(serve([openTicket], needs), { groupsClaim: 'groups', log: () => {} });

  /** Files a matter in the app. */
  const file = async (account: string, key: string, body: object) => {
    const claims = { iss: 'https://issuer.example', sub: account, groups: 'resident' };
    const answer = await app({
      routeKey: `${openTicketContract.method} ${openTicketContract.path}`,
      headers: { authorization: bearerOf(claims), 'idempotency-key': key },
      body: JSON.stringify({ kind: 'help', area: 'qidu', ...body }),
      isBase64Encoded: false,
      requestContext: { requestId: key, authorizer: { jwt: { claims } } },
    } as never);
    return { status: answer.statusCode, headers: answer.headers ?? {}, body: JSON.parse(String(answer.body)) };
  };

  const text = textReporters.createHandler({
    ...needs,
    lookUps: memoryLookUps(),
    lookUpCodes: memoryLookUpCodes,
    sent: memorySentMarks(),
    dayCounts,
    telephony,
  });
  const ringing = { ...needs, dueIndex: tickets, dayCounts, newId: () => 'run', publicUrl: 'https://hotline.example' };
  const ring = ringReporters.createHandler({ ...ringing, telephony, log: () => {} });

  let told = 0;
  /** Lets the texts go out for all that has happened since. */
  const sendTexts = async (): Promise<string[]> => {
    const events = tickets.allEvents().slice(told);
    told += events.length;
    return Promise.all(events.map((event) => text(messageOf(event))));
  };
  const does = async (number: string, actor: Actor, command: Command): Promise<void> => {
    const ticket = await tickets.get(number);
    const change = ticket && changeTicket(ticket, command, district, { at, actor, correlationId: 'test' });
    if (change && change !== 'already-done') await tickets.commit(change);
  };
  /** Resolves every ticket, so that its reporter is to be asked. */
  const resolveAll = async (): Promise<void> => {
    const water: Actor = { role: 'department', department: 'water' };
    for (const { number } of tickets.allTickets()) {
      await does(number, { role: 'system' }, { action: 'dispatch', department: 'water', rule: 'water' });
      await does(number, water, { action: 'accept' });
      await does(number, water, { action: 'resolve', outcome: '已修好' });
    }
  };
  /** Rings reporters every few minutes of so many days; gives how many telephones rang on each day of the district. */
  const ringFor = async (days: number): Promise<number[]> => {
    const counts = new Map<string, number>();
    for (let minute = 0; minute < days * 24 * 60; minute += 5) {
      const [day, before] = [dayOf(district, at), telephony.rung.length];
      await ring().catch(() => undefined);
      counts.set(day, (counts.get(day) ?? 0) + telephony.rung.length - before);
      at = plusMinutes(at, 5);
    }
    return [...counts.values()];
  };
  const urgent = () => tickets.allTickets().filter((ticket) => ticket.urgent);
  const pass = (minutes: number): void => {
    at = plusMinutes(at, minutes);
  };
  return { ...line, tickets, telephony, district, file, sendTexts, resolveAll, ringFor, urgent, pass };
};
