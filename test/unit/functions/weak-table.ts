import { expect } from 'vitest';
import { sealedParking } from '#adapters/sqs/sealed-parking.ts';
import type { Dialect } from '#channels/dialect.ts';
import type { Heard } from '#channels/heard.ts';
import { ParkedMessage } from '#contracts/messages/parked-call.ts';
import type { Answer } from '#domain/calls/state.ts';
import { plusMinutes } from '#domain/instant.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';
import * as endSilentCalls from '#functions/end-silent-calls/handler.ts';
import { createHandler } from '#functions/file-parked-calls/handler.ts';
import { memoryCallerSeal } from '#test/adapters/memory/caller-seal.ts';
import { memoryCalls } from '#test/adapters/memory/calls.ts';
import { memoryPhoneKeys } from '#test/adapters/memory/phone-keys.ts';
import { memoryTelephoneTickets } from '#test/adapters/memory/telephone-tickets.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { messageDoor } from '#use-cases/phone/take-message.ts';
import type { DoorAddresses, DoorNeeds } from '#use-cases/phone/voice-door.ts';
import { voiceDoor } from '#use-cases/phone/voice-door.ts';
import { linzi, NOW } from './phone-hotline.ts';

/** A line that says in a word what it was told to do. */
const plain: Dialect = {
  provider: 'twilio',
  contentType: 'text/plain',
  step: ({ question }) => question,
  hold: (action) => `hold ${action}`,
  takeMessage: () => 'take-message',
  sayAndHangUp: (words) => words,
  stillWaiting: () => 'wait',
  leaveQueue: () => 'leave',
  nothing: () => '',
};

/** One retry, then the fallback. */
const addresses: DoorAddresses = {
  lineOf: (step) => ({ action: `step ${step}`, waiting: '', recorded: '' }),
  retryOf: ({ search }) => (search.has('retry') ? undefined : 'again'),
  fallback: 'fallback',
};

/** A hotline whose table can be turned off, a line that calls it, and the queue of what was parked meanwhile. */
export const hotlineWithWeakTable = () => {
  let [isDown, at, draws] = [false, NOW, 0];
  const failing = <T extends object>(store: T): T =>
    new Proxy(store, {
      get: (target, name) => {
        const found = target[name as keyof T];
        if (typeof found !== 'function') return typeof found === 'object' && found ? failing(found) : found;
        return async (...given: unknown[]) => {
          if (isDown) throw new Error('the table does not answer');
          return found.apply(target, given);
        };
      },
    });
  const [tickets, calls] = [memoryTickets(), memoryCalls()];
  const [parked, recordings]: [string[], string[]] = [[], []];
  const sends = (to: string[]) => async (bodies: readonly string[]) => void to.push(...bodies);
  const callerSeal = memoryCallerSeal();
  const needs: DoorNeeds = {
    provider: 'twilio',
    district: linzi,
    hasDesk: false,
    transfers: false,
    sendsTexts: false,
    calls: failing(calls),
    callBacks: failing(calls.backs),
    phoneKeys: memoryPhoneKeys,
    telephoneTickets: failing(memoryTelephoneTickets(tickets)),
    store: failing(tickets),
    now: () => at,
    randomBelow: (limit: number) => (draws++ * 7919 + 10_000) % limit,
    park: sealedParking(sends(parked), callerSeal),
    sendRecordings: sends(recordings),
  };
  const door = voiceDoor(plain, addresses, needs);
  const fallback = messageDoor(plain, { ...needs, action: 'fallback' });

  /** A step as the line delivers it: once more after a failure, then to the fallback. True when the table had it. */
  const deliver = async (heard: Heard): Promise<boolean> => {
    for (const query of ['', 'retry=1']) {
      const request = { search: new URLSearchParams(query), body: '', correlationId: 'test' };
      try {
        await door.answer(heard, request);
        return true;
      } catch {
        const told = await door.apologise(request, heard);
        expect(told.outcome).toBe(query === '' ? 'held' : 'to-fallback');
      }
    }
    const arrival: Heard = { what: 'step', call: heard.call, phone: heard.phone, step: 0, answer: {} };
    expect(await fallback.answer(arrival, { correlationId: 'test' })).toMatchObject({ outcome: 'parked' });
    return false;
  };
  /** A step that fails; the caller is asked to wait, and nothing more is heard. */
  const holdAndHangUp = async (heard: Heard): Promise<void> => {
    const request = { search: new URLSearchParams(), body: '', correlationId: 'test' };
    await expect(door.answer(heard, request)).rejects.toThrow();
    expect(await door.apologise(request, heard)).toMatchObject({ outcome: 'held' });
  };
  const leaveMessage = (call: string, phone: Telephone) =>
    fallback.answer(
      {
        what: 'step',
        call,
        phone,
        step: 1,
        answer: { recording: 'RE1' },
        recording: { id: 'RE1', url: 'https://provider.example/RE1' },
      },
      { correlationId: 'test' },
    );
  const drain = createHandler({ ...needs, callBacks: failing(calls.backs), callerSeal });
  const sweep = endSilentCalls.createHandler({ ...needs, calls: failing(calls), newId: () => 'run', log: () => undefined });
  return {
    tickets,
    calls,
    parked,
    recordings,
    deliver,
    leaveMessage,
    sweep,
    holdAndHangUp,
    drain: (body: string) => drain(ParkedMessage.parse(JSON.parse(body))),
    turn: (down: boolean): void => {
      isDown = down;
    },
    pass: (minutes: number): void => {
      at = plusMinutes(at, minutes);
    },
  };
};

/** The answers of a caller who reports a matter. */
export const WAY: readonly Answer[] = [
  {},
  { digits: '1' },
  { speech: '楼下水管爆了' },
  { speech: '齐都镇' },
  { speech: '村委会对面' },
  { digits: '1' },
];
