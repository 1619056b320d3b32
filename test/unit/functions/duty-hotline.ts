import { answerTwilioCallContract } from '#contracts/webhooks/answer-twilio-call.ts';
import type { District } from '#domain/district/district.ts';
import { type Instant, plusMinutes } from '#domain/instant.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Actor } from '#domain/tickets/circumstances.ts';
import type { Command } from '#domain/tickets/commands.ts';
import type { Intake } from '#domain/tickets/open-ticket.ts';
import * as answerTwilioCall from '#functions/answer-twilio-call/handler.ts';
import { createHandler } from '#functions/ring-duty/handler.ts';
import type { DutyRings } from '#ports/duty-rings.ts';
import type { Telephony } from '#ports/telephony.ts';
import type { DueIndex, TicketStore } from '#ports/ticket-store.ts';
import { lineOf } from '#runtime/log.ts';
import { webhookFunction } from '#runtime/webhook.ts';
import { memoryCalls } from '#test/adapters/memory/calls.ts';
import { memoryDutyRings } from '#test/adapters/memory/duty-rings.ts';
import { memoryPhoneKeys } from '#test/adapters/memory/phone-keys.ts';
import { memorySigningSecrets } from '#test/adapters/memory/signing-secrets.ts';
import { memoryTelephoneTickets } from '#test/adapters/memory/telephone-tickets.ts';
import { memoryTelephony } from '#test/adapters/memory/telephony.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { takeIntake } from '#use-cases/take-intake.ts';
import { AUTH_TOKEN, type Form, linzi, newCallSid, PUBLIC_URL, tell, webhookEvent } from './telephone-line.ts';

/** Three o'clock of a Sunday night in Linzi. */
export const SUNDAY_AT_THREE = '2026-11-28T19:00:00.000Z';

export const WATER = '+8610000000101';
export const WATER_BOSS = '+8610000000102';
export const DISTRICT = '+8610000000110';
export const DISTRICT_BOSS = '+8610000000111';
export const DESK = '+8610000000112';

const DANGER: Intake = {
  kind: 'help',
  category: 'water-leak',
  channel: 'app',
  matter: '楼下配电箱泡在水里冒火花。已经半小时了',
  area: 'qidu',
  place: '齐园小区3号楼',
  urgent: false,
  anonymous: false,
};

interface Overrides {
  store?: Pick<TicketStore, 'get' | 'commit'>;
  dueIndex?: DueIndex;
  dutyRings?: DutyRings;
  telephony?: Telephony | undefined;
}

/** A hotline with people on duty: the function that rings them, and Twilio's door behind their telephones. */
export const dutyHotline = ({ at: begin = SUNDAY_AT_THREE, district = linzi }: { at?: Instant; district?: District } = {}) => {
  const [tickets, calls, telephony, lines] = [memoryTickets(), memoryCalls(), memoryTelephony(), [] as string[]];
  let [at, draws, isAway] = [begin, 0, false];
  const parked: string[] = [];
  const dutyRings = memoryDutyRings();
  const log = (...line: Parameters<typeof lineOf>): void => void lines.push(lineOf(...line));
  const needs = {
    store: tickets,
    phoneKeys: memoryPhoneKeys,
    telephoneTickets: memoryTelephoneTickets(tickets),
    district,
    now: () => at,
    randomBelow: () => 10_000 + draws++,
  };
  const nothing = { calls, callBacks: calls.backs, hasDesk: false, transfers: false, sendsTexts: false };
  const door = webhookFunction(
    answerTwilioCallContract,
    answerTwilioCall.createHandler({
      ...needs,
      ...nothing,
      calls: {
        ...calls,
        get: async (id: string) => {
          if (isAway) throw new Error('the table does not answer');
          return calls.get(id);
        },
      },
      sendRecordings: async () => undefined,
      park: async (bodies: readonly string[]) => void parked.push(...bodies),
      secrets: memorySigningSecrets(AUTH_TOKEN),
      publicUrl: PUBLIC_URL,
    }),
    { publicUrl: PUBLIC_URL, log },
  );

  /** Opens a ticket, which the waterworks get unless it is said otherwise. */
  const open = async (intake: Partial<Intake> = {}, department: string | null = 'water'): Promise<string> => {
    const mark = { scope: 'test', key: String(draws), digest: 'd' };
    const role = intake.answer === undefined ? ('system' as const) : ('agent' as const);
    const circumstances = { at, actor: { role }, correlationId: 'test' };
    const { ticket } = await takeIntake({ ...DANGER, ...intake }, mark, circumstances, needs);
    if (department !== null) await does(ticket.number, { action: 'dispatch', department, rule: 'r' }, { role: 'system' });
    return ticket.number;
  };
  const does = async (number: string, command: Command, actor: Actor): Promise<void> => {
    const ticket = await tickets.get(number);
    if (!ticket) throw new Error('no ticket');
    const change = changeTicket(ticket, command, district, { at, actor, correlationId: 'test' });
    if (change !== 'already-done') await tickets.commit(change);
  };
  const asWater: Actor = { role: 'department', id: 'w', department: 'water' };
  const run = (overrides: Overrides = {}): Promise<number> =>
    createHandler({
      ...needs,
      dutyRings,
      dueIndex: tickets,
      newId: () => 'run',
      publicUrl: PUBLIC_URL,
      telephony,
      log,
      ...overrides,
    })();
  const pass = (minutes: number): void => {
    at = plusMinutes(at, minutes);
  };
  const send = async (url: string, callSid: string, form: Form) => {
    const event = webhookEvent(url, {
      CallSid: callSid,
      AccountSid: 'AC0',
      Direction: 'outbound-api',
      From: '+86533081890',
      ...form,
    });
    const { statusCode = 0, body = '' } = await door(event);
    return tell(statusCode, body);
  };
  /** Answers the `place`-th call that was made, with these keys one after the other; gives what was told at each step. */
  const pickUp = async (place: number, ...answers: Form[]) => {
    const { to: To = '', answerUrl = '', statusUrl = '' } = telephony.rung[place] ?? {};
    const callSid = newCallSid();
    const told = [await send(answerUrl, callSid, { To, CallStatus: 'in-progress' })];
    for (const answer of answers) {
      told.push(await send(told.at(-1)?.action ?? '', callSid, { To, CallStatus: 'in-progress', ...answer }));
    }
    await send(statusUrl, callSid, { To, CallStatus: 'completed' });
    return told;
  };
  /** The door of the phone finds no table, or finds it again. */
  const away = (is: boolean): void => {
    isAway = is;
  };
  const rung = (): string[] => telephony.rung.map(({ to }) => to);
  /** What the ticket's events tell of duty: type, and who. */
  const history = async (number: string): Promise<string[]> =>
    (await tickets.events(number)).flatMap((event) => {
      if (!event.type.startsWith('duty-')) return [];
      return 'name' in event ? [`${event.type} ${event.step} ${event.name}`] : [event.type];
    });
  return { tickets, calls, telephony, lines, parked, needs, open, does, asWater, run, pass, send, pickUp, away, rung, history };
};
