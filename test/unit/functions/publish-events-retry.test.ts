import { describe, expect, it } from 'vitest';
import { callBackEventRow } from '#adapters/dynamodb/call-backs.ts';
import { eventInImage } from '#adapters/dynamodb/event-image.ts';
import { eventRow } from '#adapters/dynamodb/rows.ts';
import { messageOf } from '#contracts/messages/ticket-event-message.ts';
import { createHandler } from '#functions/publish-events/handler.ts';
import { streamFunction } from '#runtime/stream.ts';
import { memoryTopic } from '#test/adapters/memory/event-topic.ts';
import { memorySendAll } from '#test/adapters/memory/send-all.ts';
import { crashAt } from './crash.ts';
import { eventRecord, failedIn, queueBatch, streamOf, streamRecord, ticketRecord } from './lambda-records.ts';
import { assigned, badRows, LI, messages, opened, started, store, wanted } from './published-stream.ts';

describe('the retry queue', () => {
  const parkedNow = async (row: Parameters<typeof streamRecord>[0]): Promise<string> => {
    const { run, parked } = started();
    await run(streamOf(streamRecord(row)));
    return parked[0] ?? '';
  };
  const good = JSON.stringify({ NewImage: eventRecord(assigned.event).dynamodb?.NewImage });

  it('brings a row back once the code can read it', async () => {
    const body = await parkedNow({ ...eventRow(opened.event), type: 'vanished' });
    const [topic, retry] = [memoryTopic(), memorySendAll()];
    // The next version knows the type.
    const read: typeof eventInImage = (image) => eventInImage({ ...image, type: { S: 'opened' } });
    const run = streamFunction(
      'publish-events',
      { read, send: createHandler({ topic, store }), park: retry.send },
      { log: () => undefined },
    );
    expect(failedIn(await run(queueBatch(body)))).toEqual([]);
    expect(topic.published).toEqual([messageOf(opened.event)]);
  });

  it('brings back a call-back too, and tells of it nothing that is not asked for, least of all who called', async () => {
    const { run, published } = started();
    const body = JSON.stringify({ NewImage: streamRecord({ ...callBackEventRow(wanted), phone: LI }).dynamodb?.NewImage });
    expect(failedIn(await run(queueBatch(await parkedNow(badRows['of a call-back that lacks its thread']), body)))).toEqual([
      'm0',
    ]);
    expect(published).toEqual([wanted]);
  });

  it('reports what it still can not read, so that it reaches the dead letters, and does the rest', async () => {
    const { run, published, parked } = started();
    const notAnEvent = JSON.stringify({ NewImage: ticketRecord(opened.ticket, 'INSERT').dynamodb?.NewImage });
    const bodies = [
      '{',
      good,
      'null',
      '{}',
      '{"NewImage":"text"}',
      notAnEvent,
      await parkedNow(badRows['that lacks its thread']),
      good,
    ];
    expect(failedIn(await run(queueBatch(...bodies)))).toEqual(['m0', 'm2', 'm3', 'm4', 'm5', 'm6']);
    expect(published).toEqual([messages[2], messages[2]]);
    expect(parked).toEqual([]);
  });

  it.each(['before', 'after'] as const)('brings a message again after a crash %s it was sent', async (when) => {
    const { run, published } = started(crashAt(0, when));
    expect(failedIn(await run(queueBatch(good)))).toEqual(['m0']);
    expect(failedIn(await run(queueBatch(good)))).toEqual([]);
    expect(new Set(published.map(({ id }) => id))).toEqual(new Set([assigned.event.id]));
  });
});
