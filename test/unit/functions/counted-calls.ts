import { recentCalls } from '#adapters/recent-calls.ts';
import type { Answer } from '#domain/calls/state.ts';
import { opened } from '#test/adapters/matters.ts';
import { memoryCalls } from '#test/adapters/memory/calls.ts';
import { memoryPhoneKeys } from '#test/adapters/memory/phone-keys.ts';
import { memoryTelephoneTickets } from '#test/adapters/memory/telephone-tickets.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import type { PhoneNeeds } from '#use-cases/phone/answer-call.ts';
import { phoneHotline } from './phone-hotline.ts';

const PHONE = telephone('+8613800138000');

/** What a method of a port asks of the table; a call's end is one transaction, and looked for no more by another request. */
const REQUESTS: Record<string, number> = { end: 2 };

/** A port whose requests are counted. */
const counted = <T extends object>(port: T, used: { requests: number }): T =>
  new Proxy(port, {
    get: (target, name) => {
      const method = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...given: unknown[]) => {
        used.requests += REQUESTS[String(name)] ?? 1;
        return method.apply(target, given);
      };
    },
  });

/** One call, from its ringing to its hanging up, by so many processes, each with a memory of its own. Its caller has so many `own` tickets. */
export const countedCall = async (answers: readonly Answer[], processes = 1, overrides: Partial<PhoneNeeds> = {}, own = 0) => {
  const used = { requests: 0 };
  const [tickets, calls] = [memoryTickets(), memoryCalls()];
  const phoneKey = await memoryPhoneKeys.of(PHONE);
  for (let random = 0; random < own; random += 1) await opened(tickets, random, { phoneKey });
  const hotlines = Array.from({ length: processes }, () =>
    phoneHotline({
      calls: counted(calls, used),
      callBacks: counted(calls.backs, used),
      store: counted(tickets, used),
      telephoneTickets: counted(memoryTelephoneTickets(tickets), used),
      recent: recentCalls(),
      ...overrides,
    }),
  );
  const at = (step: number) => {
    const hotline = hotlines[step % processes];
    if (!hotline) throw new Error('nobody answers');
    return hotline;
  };
  const all: readonly Answer[] = [{}, ...answers];
  for (const [step, answer] of all.entries()) await at(step).tell({ what: 'step', call: 'CA1', step, phone: PHONE, answer });
  await at(0).tell({ what: 'ended', call: 'CA1' });
  return { requests: used.requests, turns: all.length, tickets: tickets.allTickets(), endings: calls.endings() };
};
