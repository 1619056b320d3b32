import { expect, it } from 'vitest';
import { secondsLater } from './matters.ts';
import { memoryCallBackQueue } from './memory/call-back-queue.ts';
import { memoryCalls } from './memory/calls.ts';
import { memoryDayCounts } from './memory/day-counts.ts';
import { memoryDutyRings } from './memory/duty-rings.ts';
import { memoryTopic } from './memory/event-topic.ts';
import { memoryFiguresSource } from './memory/figures-source.ts';
import { memoryLookUpCodes, memoryLookUps } from './memory/look-ups.ts';
import { memoryPhoneKeys } from './memory/phone-keys.ts';
import { memorySendAll } from './memory/send-all.ts';
import { memorySigningSecrets } from './memory/signing-secrets.ts';
import { memoryTelephoneTickets } from './memory/telephone-tickets.ts';
import { memoryTickets } from './memory/tickets.ts';
import { memoryWorkQueue } from './memory/work-queue.ts';
import { callBacksSuite } from './suites/call-backs.ts';
import { callEndingsSuite } from './suites/call-endings.ts';
import { callStoreSuite } from './suites/call-store.ts';
import { countedOpeningsSuite } from './suites/counted-openings.ts';
import { dayCountsSuite } from './suites/day-counts.ts';
import { dueIndexSuite } from './suites/due-index.ts';
import { dutyRingsSuite } from './suites/duty-rings.ts';
import { eventTopicSuite } from './suites/event-topic.ts';
import { leaseQueueSuite } from './suites/lease-queue.ts';
import { lookUpCodesSuite, lookUpsSuite } from './suites/look-ups.ts';
import { phoneKeysSuite } from './suites/phone-keys.ts';
import { randomListsSuite } from './suites/random-lists.ts';
import { staffListsSuite } from './suites/staff-lists.ts';
import { telephoneTicketsSuite } from './suites/telephone-tickets.ts';
import { ticketListsSuite } from './suites/ticket-lists.ts';
import { ticketStoreSuite } from './suites/ticket-store.ts';
import { workQueueSuite } from './suites/work-queue.ts';

ticketStoreSuite('memory', async () => memoryTickets());
countedOpeningsSuite('memory', async () => memoryTickets());
ticketListsSuite('memory', async () => memoryTickets());
randomListsSuite('memory', async () => memoryTickets());
staffListsSuite('memory', async () => memoryTickets(), 150);
telephoneTicketsSuite('memory', async () => {
  const tickets = memoryTickets();
  return { ...tickets, ...memoryTelephoneTickets(tickets) };
});
dueIndexSuite('memory', async () => memoryTickets());
dayCountsSuite('memory', async () => memoryDayCounts());
dutyRingsSuite('memory', async () => memoryDutyRings());
phoneKeysSuite('memory', async () => memoryPhoneKeys);
lookUpCodesSuite('memory', async () => memoryLookUpCodes);
lookUpsSuite('memory', async () => {
  const lookUps = memoryLookUps();
  return { lookUps, toBeTexted: async () => lookUps.wanted() };
});
callStoreSuite('memory', async () => memoryCalls());
const keptCalls = async () => {
  const calls = memoryCalls();
  const source = memoryFiguresSource(memoryTickets(), calls);
  return { calls, callBacks: calls.backs, source, wanted: async () => calls.wanted() };
};
callEndingsSuite('memory', keptCalls);
callBacksSuite('memory', keptCalls);

workQueueSuite('memory', async () => {
  let seconds = 0;
  const queue = memoryWorkQueue({ departments: ['waterworks', 'heatworks'], now: () => secondsLater(seconds) });
  return {
    queue,
    put: async (department, body) => queue.put(department, body),
    pass: async (passed) => {
      seconds += passed;
    },
  };
});

leaseQueueSuite('memory', async () => {
  let seconds = 0;
  const queue = memoryCallBackQueue(() => secondsLater(seconds));
  return {
    queue,
    put: async (body) => queue.put(body),
    pass: async (passed) => {
      seconds += passed;
    },
  };
});

eventTopicSuite('memory', async () => {
  const topic = memoryTopic();
  const arrivals = { opened: [] as string[], 'assigned-to-waterworks': [] as string[], 'call-backs': [] as string[] };
  topic.subscribe(
    ({ type }) => type === 'opened',
    (body) => void arrivals.opened.push(body),
  );
  topic.subscribe(
    ({ type, department }) => type === 'assigned' && department === 'waterworks',
    async (body) => void arrivals['assigned-to-waterworks'].push(body),
  );
  topic.subscribe(
    ({ type }) => type === 'call-back-wanted',
    (body) => void arrivals['call-backs'].push(body),
  );
  return { topic, arrived: async (at) => arrivals[at] };
});

it('memory keeps what was sent, in order, and the secrets that it was given', async () => {
  const { send, sent } = memorySendAll();
  await send(['a', 'b']);
  await send(['c']);
  expect(sent).toEqual(['a', 'b', 'c']);
  expect(await memorySigningSecrets('one', 'two')()).toEqual(['one', 'two']);
});
