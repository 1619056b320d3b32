import type { Heard } from '#channels/heard.ts';
import type { PhoneProvider } from '#domain/calls/providers.ts';
import { type Instant, plusMinutes } from '#domain/instant.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import { memoryCalls } from '#test/adapters/memory/calls.ts';
import { memoryPhoneKeys } from '#test/adapters/memory/phone-keys.ts';
import { memoryTelephoneTickets } from '#test/adapters/memory/telephone-tickets.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { answerCall, type PhoneNeeds, type Reply } from '#use-cases/phone/answer-call.ts';

export const { district: linzi } = readDistrict('config/linzi');

/** A Monday morning in Linzi, 10:30. */
export const NOW = '2026-11-23T02:30:00.000Z';

/** The phone's story over memory adapters, whoever the provider is; time stands still until it is moved. */
export const phoneHotline = (overrides: Partial<PhoneNeeds> = {}) => {
  const tickets = memoryTickets();
  const calls = memoryCalls();
  const sent: string[] = [];
  let at: Instant = NOW;
  let draws = 0;
  const needs: PhoneNeeds = {
    ...{
      provider: 'twilio',
      calls,
      callBacks: calls.backs,
      phoneKeys: memoryPhoneKeys,
      telephoneTickets: memoryTelephoneTickets(tickets),
      store: tickets,
      district: linzi,
      hasDesk: false,
      transfers: false,
      sendsTexts: false,
    },
    now: () => at,
    randomBelow: (limit: number) => (draws++ * 7919 + 10_000) % limit,
    sendRecordings: async (bodies) => void sent.push(...bodies),
    ...overrides,
  };
  const tell = (heard: Heard, provider: PhoneProvider = needs.provider): Promise<Reply> =>
    answerCall(heard, 'test', { ...needs, provider });
  return {
    tickets,
    calls,
    sent,
    needs,
    tell,
    pass: (minutes: number): void => {
      at = plusMinutes(at, minutes);
    },
  };
};
