import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eventInImage } from '#adapters/dynamodb/event-image.ts';
import { TicketEventMessage } from '#contracts/messages/ticket-event-message.ts';
import { chooseDepartment, chooseUnit } from '#domain/district/routing.ts';
import type { Intake } from '#domain/tickets/open-ticket.ts';
import * as assignUnit from '#functions/assign-unit/handler.ts';
import { createHandler as createPublisher } from '#functions/publish-events/handler.ts';
import * as routeTicket from '#functions/route-ticket/handler.ts';
import { queueFunction } from '#runtime/queue.ts';
import { streamFunction } from '#runtime/stream.ts';
import { memoryTopic } from '#test/adapters/memory/event-topic.ts';
import { memorySendAll } from '#test/adapters/memory/send-all.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { Crash } from './crash.ts';
import { eventRecord, failedIn, queueBatch, streamOf } from './lambda-records.ts';

const departments = smallDistrict.departments.map(({ id }) => id);
const quiet = { log: () => undefined };

/** The table's stream, the topic with its filters, every queue and every consumer, moved step by step. */
const hotline = (luck: () => number) => {
  const table = memoryTickets();
  const mayCrash = async <T>(act: () => Promise<T>): Promise<T> => {
    const chance = luck();
    if (chance % 8 === 1) throw new Crash('before');
    const result = await act();
    if (chance % 8 === 2) throw new Crash('after');
    return result;
  };
  const store = {
    get: (number: string) => mayCrash(() => table.get(number)),
    commit: (change: Parameters<typeof table.commit>[0]) => mayCrash(() => table.commit(change)),
  };
  const needs = { store, district: smallDistrict, now: () => MONDAY_AT_TEN };

  const topic = memoryTopic();
  const queues = new Map<string, string[]>();
  const queue = (name: string, wanted: Parameters<typeof topic.subscribe>[0]): string[] => {
    const messages: string[] = [];
    topic.subscribe(wanted, (body) => void messages.push(body));
    queues.set(name, messages);
    return messages;
  };
  type Consumer = { from: string[]; run: (event: SQSEvent) => Promise<SQSBatchResponse> };
  const consumers: Consumer[] = [
    {
      from: queue('intake', ({ type }) => type === 'opened' || type === 'corrected'),
      run: queueFunction(TicketEventMessage, routeTicket.createHandler(needs), quiet),
    },
    ...departments.map((id) => ({
      from: queue(
        `routing ${id}`,
        ({ type, department }) => (type === 'dispatched' || type === 'reassigned') && department === id,
      ),
      run: queueFunction(TicketEventMessage, assignUnit.createHandler({ ...needs, department: id }), quiet),
    })),
  ];
  for (const id of departments) queue(`work ${id}`, ({ type, department }) => type === 'assigned' && department === id);

  const retry = memorySendAll();
  const publish = streamFunction(
    'publish-events',
    { read: eventInImage, send: (events) => mayCrash(() => createPublisher({ topic, store: table })(events)), park: retry.send },
    quiet,
  );
  let published = 0;
  const stream = async (): Promise<void> => {
    const batch = table.allEvents().slice(published, published + 1 + (luck() % 4));
    if (batch.length === 0) return;
    // After a crash the stream brings the same batch again; at times it does so without one.
    const sent = await publish(streamOf(...batch.map(eventRecord))).then(
      () => true,
      () => false,
    );
    if (sent && luck() % 4 !== 1) published += batch.length;
  };

  /** Takes messages from anywhere in a queue, at times twice, and puts back what failed and at times what did not. */
  const deliver = async ({ from, run }: Consumer): Promise<void> => {
    const batch = Array.from({ length: 1 + (luck() % 3) }, () => from.splice(luck() % Math.max(1, from.length), 1)).flat();
    const bodies = luck() % 4 === 1 ? [...batch, ...batch] : batch;
    const failed = failedIn(await run(queueBatch(...bodies)));
    from.push(...bodies.filter((_, place) => failed.includes(`m${place}`) || luck() % 8 === 1));
  };

  const pending = (): boolean => published < table.allEvents().length || consumers.some(({ from }) => from.length > 0);
  const step = async (): Promise<void> => {
    const busy = consumers.filter(({ from }) => from.length > 0);
    const chosen = Array.from({ length: 1 + (luck() % 3) }, () => busy[luck() % Math.max(1, busy.length)]);
    await Promise.all([stream(), ...chosen.map(async (consumer) => consumer && deliver(consumer))]);
  };
  return { table, queues, parked: retry.sent, pending, step };
};

const matters = fc.array(
  fc.record({
    category: fc.constantFrom(...smallDistrict.categories.map(({ id }) => id)),
    area: fc.constantFrom(...smallDistrict.areas.map(({ id }) => id)),
    kind: fc.constantFrom('help', 'complaint', 'whistleblowing'),
  } satisfies { [F in keyof Intake]?: fc.Arbitrary<Intake[F]> }),
  { minLength: 1, maxLength: 6, size: 'max' },
);
const fortunes = fc.array(fc.nat(1000), { maxLength: 300, size: 'max' });

it('every ticket ends with the right department and unit, once, whatever comes twice, late or not at all', async () => {
  let [doubled, longest] = [0, 0];
  await fc.assert(
    fc.asyncProperty(matters, fortunes, async (about, fortune) => {
      let drawn = 0;
      // When the drawn fortune is spent all goes well, so that it comes to an end.
      const { table, queues, parked, pending, step } = hotline(() => fortune[drawn++] ?? 0);
      for (const [random, matter] of about.entries()) {
        await table.open(opening(matter, { random }), { scope: 'test', key: String(random), digest: 'd' });
      }
      let steps = 0;
      for (; pending(); steps += 1) {
        if (steps > 1000) throw new Error('the hotline never comes to rest');
        await step();
      }
      longest = Math.max(longest, steps);

      expect(parked).toEqual([]);
      for (const ticket of table.allTickets()) {
        const { department, rule } = chooseDepartment(smallDistrict, ticket);
        const lane = smallDistrict.departments.find(({ id }) => id === department);
        const unit = lane && chooseUnit(lane, smallDistrict, ticket.area).id;
        expect(ticket).toMatchObject({ state: 'dispatched', department, rule, unit, version: 3 });
        expect((await table.events(ticket.number)).map(({ type }) => type)).toEqual(['opened', 'dispatched', 'assigned']);
      }
      for (const id of departments) {
        const work = (queues.get(`work ${id}`) ?? []).map((body) => TicketEventMessage.parse(JSON.parse(body)));
        const theirs = table.allTickets().filter(({ department }) => department === id);
        expect(new Set(work.map(({ number }) => number))).toEqual(new Set(theirs.map(({ number }) => number)));
        // The same work may be told twice, but it is the same work.
        expect(new Set(work.map((message) => JSON.stringify(message))).size).toBe(theirs.length);
        doubled += work.length - theirs.length;
      }
    }),
    { numRuns: 250 },
  );
  // It was not all fair weather.
  expect(doubled).toBeGreaterThan(20);
  expect(longest).toBeGreaterThan(10);
});
