import { readdirSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { secretCallerSeal } from '#adapters/caller-seal.ts';
import { eventInImage } from '#adapters/dynamodb/event-image.ts';
import { ParkedMessage } from '#contracts/messages/parked-call.ts';
import { TicketEventMessage } from '#contracts/messages/ticket-event-message.ts';
import * as assignUnit from '#functions/assign-unit/handler.ts';
import * as endSilentCalls from '#functions/end-silent-calls/handler.ts';
import * as fileParkedCalls from '#functions/file-parked-calls/handler.ts';
import * as keepRecordings from '#functions/keep-recordings/handler.ts';
import * as publishEvents from '#functions/publish-events/handler.ts';
import * as raiseCards from '#functions/raise-cards/handler.ts';
import * as ringDuty from '#functions/ring-duty/handler.ts';
import * as ringReporters from '#functions/ring-reporters/handler.ts';
import * as routeTicket from '#functions/route-ticket/handler.ts';
import * as textReporters from '#functions/text-reporters/handler.ts';
import { queueFunction } from '#runtime/queue.ts';
import { scheduledFunction } from '#runtime/schedule.ts';
import { streamFunction } from '#runtime/stream.ts';
import { wholeEvent } from '#simulator/sample-events/whole-event.ts';
import { memoryDayCounts } from '#test/adapters/memory/day-counts.ts';
import { memoryDutyRings } from '#test/adapters/memory/duty-rings.ts';
import { memoryTopic } from '#test/adapters/memory/event-topic.ts';
import { memoryLookUpCodes, memoryLookUps } from '#test/adapters/memory/look-ups.ts';
import { memoryPhoneKeys } from '#test/adapters/memory/phone-keys.ts';
import { memoryRecordings } from '#test/adapters/memory/recordings.ts';
import { memorySendAll } from '#test/adapters/memory/send-all.ts';
import { memorySentMarks } from '#test/adapters/memory/sent-marks.ts';
import { memoryTelephony } from '#test/adapters/memory/telephony.ts';
import { failedIn } from './lambda-records.ts';
import { phoneHotline } from './phone-hotline.ts';
import { district, NOW, numbers, seededHotline } from './seeded-hotline.ts';

interface LambdaEvent {
  Records?: { messageId?: string; eventID?: string }[];
}
/** With it the callers in events/ were sealed. */
const SECRET_OF_SAMPLES = 'k'.repeat(64);

type Run = (event: LambdaEvent) => Promise<{ failed: string[]; parked: number; sent: number }>;

const quiet = { log: () => undefined };
let store: Awaited<ReturnType<typeof seededHotline>>['store'];
beforeEach(async () => {
  ({ store } = await seededHotline());
});

/** Each function as it is deployed, over a table in which there is a ticket of every sort. */
const runs: Record<string, Run> = {
  'publish-events': async (event) => {
    const [topic, retry] = [memoryTopic(), memorySendAll()];
    const steps = { read: eventInImage, send: publishEvents.createHandler({ topic, store }), park: retry.send };
    const answer = await streamFunction('publish-events', steps, quiet)(event as never);
    return { failed: failedIn(answer), parked: retry.sent.length, sent: topic.published.length };
  },
  'route-ticket': async (event) => {
    const handler = routeTicket.createHandler({ store, district, now: () => NOW });
    return { failed: failedIn(await queueFunction(TicketEventMessage, handler, quiet)(event as never)), parked: 0, sent: 0 };
  },
  'assign-unit': async (event) => {
    const handler = assignUnit.createHandler({ store, district, now: () => NOW, department: 'water' });
    return { failed: failedIn(await queueFunction(TicketEventMessage, handler, quiet)(event as never)), parked: 0, sent: 0 };
  },
  'file-parked-calls': async (event) => {
    const { needs, calls } = phoneHotline();
    const handler = fileParkedCalls.createHandler({
      ...needs,
      callBacks: calls.backs,
      callerSeal: secretCallerSeal(async () => SECRET_OF_SAMPLES),
    });
    const about = { ...quiet, about: ({ correlationId }: ParkedMessage) => ({ correlationId }) };
    return { failed: failedIn(await queueFunction(ParkedMessage, handler, about)(event as never)), parked: 0, sent: 0 };
  },
  'keep-recordings': async (event) => {
    const { needs, tickets, calls } = phoneHotline();
    const source = { fetch: async () => ({ bytes: new Uint8Array(1), type: 'audio/wav' }) };
    const handler = keepRecordings.createHandler({
      ...needs,
      store: tickets,
      callBacks: calls.backs,
      archive: memoryRecordings(),
      source,
    });
    const run = queueFunction(keepRecordings.RecordingMessage, handler, { ...quiet, about: () => ({}) });
    return { failed: failedIn(await run(event as never)), parked: 0, sent: 0 };
  },
  'text-reporters': async (event) => {
    const handler = textReporters.createHandler({
      store,
      lookUps: memoryLookUps(),
      lookUpCodes: memoryLookUpCodes,
      phoneKeys: memoryPhoneKeys,
      sent: memorySentMarks(),
      dayCounts: memoryDayCounts(),
      district,
      now: () => NOW,
      telephony: memoryTelephony(),
    });
    return {
      failed: failedIn(await queueFunction(textReporters.TextMessage, handler, quiet)(event as never)),
      parked: 0,
      sent: 0,
    };
  },
  'ring-reporters': async (event) => {
    const needs = { store, dueIndex: store, district, now: () => NOW, newId: () => 'run', publicUrl: 'https://hotline.example' };
    const handler = ringReporters.createHandler({
      ...needs,
      ...quiet,
      dayCounts: memoryDayCounts(),
      telephony: memoryTelephony(),
    });
    await scheduledFunction('ring-reporters', handler, quiet)(event);
    return { failed: [], parked: 0, sent: 0 };
  },
  'ring-duty': async (event) => {
    const needs = { store, dueIndex: store, district, now: () => NOW, newId: () => 'run', publicUrl: 'https://hotline.example' };
    const handler = ringDuty.createHandler({
      ...needs,
      ...quiet,
      phoneKeys: memoryPhoneKeys,
      dutyRings: memoryDutyRings(),
      telephony: memoryTelephony(),
    });
    await scheduledFunction('ring-duty', handler, quiet)(event);
    return { failed: [], parked: 0, sent: 0 };
  },
  'end-silent-calls': async (event) => {
    const { needs, calls } = phoneHotline();
    const handler = endSilentCalls.createHandler({ ...needs, ...quiet, calls, newId: () => 'run' });
    await scheduledFunction('end-silent-calls', handler, quiet)(event);
    return { failed: [], parked: 0, sent: 0 };
  },
  'raise-cards': async (event) => {
    const handler = raiseCards.createHandler({ store, dueIndex: store, district, now: () => NOW, ...quiet });
    await scheduledFunction('raise-cards', handler, quiet)(event);
    return { failed: [], parked: 0, sent: 0 };
  },
};

const cases = Object.keys(runs).flatMap((name) => readdirSync(`events/${name}`).map((file) => ({ name, file })));
const read = (name: string, file: string): LambdaEvent => wholeEvent(`events/${name}/${file}`);
const run = (name: string, event: LambdaEvent) => {
  const it = runs[name];
  if (!it) throw new Error(`there is no consumer ${name}`);
  return it(event);
};

it.each(cases.filter(({ file }) => file.startsWith('ok-')))('$name does all of $file', async ({ name, file }) => {
  expect(await run(name, read(name, file))).toMatchObject({ failed: [], parked: 0 });
});

it.each(cases.filter(({ file }) => file.startsWith('bad-')))(
  '$name refuses what is bad in $file and does the rest',
  async ({ name, file }) => {
    const event = read(name, file);
    // A bad record's id says so. An event of which no record has a good id is refused as a whole.
    const ids = (event.Records ?? []).map(({ messageId, eventID }) => messageId ?? eventID ?? '');
    const bad = ids.filter((id) => id.startsWith('bad-'));
    const good = ids.filter((id) => id.startsWith('good-'));
    if (good.length === 0) {
      await expect(run(name, event)).rejects.toThrow();
      return;
    }
    expect(bad.length).toBeGreaterThan(0);
    const { failed, parked, sent } = await run(name, event);
    expect(failed.length > 0 ? failed : parked).toEqual(failed.length > 0 ? bad : bad.length);
    if (name === 'publish-events') expect(sent).toBe(good.length);
    const done = { 'route-ticket': [numbers.received, 'dispatched'], 'assign-unit': [numbers.dispatched, 'assigned'] }[name];
    if (done) expect((await store.events(done[0] ?? '')).at(-1)?.type).toBe(done[1]);
  },
);

it('publish-events tells of what it should, and of no other row', async () => {
  expect(await run('publish-events', read('publish-events', 'ok-new-events.json'))).toMatchObject({ sent: 4 });
  expect(await run('publish-events', read('publish-events', 'ok-rows-of-other-sorts.json'))).toMatchObject({ sent: 0 });
  expect(await run('publish-events', read('publish-events', 'ok-parked-before.json'))).toMatchObject({ sent: 1 });
});

it('route-ticket and assign-unit do what their first events ask', async () => {
  await run('route-ticket', read('route-ticket', 'ok-opened.json'));
  expect(await store.get(numbers.received)).toMatchObject({ state: 'dispatched', department: 'water' });
  await run('assign-unit', read('assign-unit', 'ok-dispatched.json'));
  expect((await store.get(numbers.dispatched))?.unit).toBeDefined();
  const before = store.allEvents().length;
  await run('route-ticket', read('route-ticket', 'ok-again-and-late.json'));
  await run('assign-unit', read('assign-unit', 'ok-gone-to-another-department.json'));
  expect(store.allEvents()).toHaveLength(before);
});
