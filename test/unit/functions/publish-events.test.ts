import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { callBackEventRow, callBackRow } from '#adapters/dynamodb/call-backs.ts';
import { eventInImage } from '#adapters/dynamodb/event-image.ts';
import { callKey, outcomeKey, recordedCallKey } from '#adapters/dynamodb/keys.ts';
import { eventRow } from '#adapters/dynamodb/rows.ts';
import type { CallBackWanted } from '#contracts/messages/call-back-wanted.ts';
import { messageOf } from '#contracts/messages/ticket-event-message.ts';
import type { CallBack } from '#domain/calls/call-back.ts';
import { callBackId, callerKey } from '#domain/calls/call-back-id.ts';
import type { TicketEvent } from '#domain/tickets/ticket-event.ts';
import { createHandler } from '#functions/publish-events/handler.ts';
import { lineOf } from '#runtime/log.ts';
import { streamFunction } from '#runtime/stream.ts';
import { memoryTopic } from '#test/adapters/memory/event-topic.ts';
import { memorySendAll } from '#test/adapters/memory/send-all.ts';
import { changed, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { Crash, crashAt, crashes } from './crash.ts';
import { eventRecord, failedIn, queueBatch, streamOf, streamRecord, ticketRecord } from './lambda-records.ts';

const opened = opening();
const dispatched = changed(opened.ticket, { action: 'dispatch', department: 'waterworks', rule: 'water' }, 'system');
const assigned = changed(dispatched.ticket, { action: 'assign' }, 'system');
const all: TicketEvent[] = [opened, dispatched, assigned].map(({ event }) => event);

const LI = '+8610000000001';
const lost: CallBack = {
  id: callBackId(LI, MONDAY_AT_TEN),
  phone: LI,
  since: MONDAY_AT_TEN,
  version: 1,
  calls: [{ call: 'twilio:CA1', at: MONDAY_AT_TEN, reason: 'hung-up', matter: 'Water runs down the stairs' }],
};
const wanted: CallBackWanted = { type: 'call-back-wanted', id: lost.id, at: MONDAY_AT_TEN, correlationId: 'test' };

/** Rows that a mistake of ours, or a person at the console, could leave in the table. */
const badRows = {
  'of a type that nobody knows': { ...eventRow(opened.event), type: 'vanished' },
  'that lacks its thread': { ...eventRow(opened.event), correlationId: undefined },
  'with a field of a later version': { ...eventRow(opened.event), mood: 'good' },
  'of numbers where texts belong': { ...eventRow(opened.event), id: 7 },
  'that would tell who called': { ...callBackEventRow(wanted), phone: LI },
  'of a call-back that lacks its thread': { ...callBackEventRow(wanted), correlationId: undefined },
  'of a ticket that is a call-back': { ...callBackEventRow(wanted), pk: eventRow(opened.event).pk },
  'of a caller that is a ticket': { ...eventRow(opened.event), pk: callBackEventRow(wanted).pk },
  'of nobody that we know': { ...callBackEventRow(wanted), pk: 'SOMEBODY#1' },
};
const [oneBad] = Object.values(badRows).map((row) => streamRecord(row));
if (!oneBad) throw new Error('there is a bad row');

const started = (crash = crashAt(-1, 'before')) => {
  const [topic, retry, lines] = [memoryTopic(), memorySendAll(), [] as string[]];
  const run = streamFunction(
    'publish-events',
    { read: eventInImage, send: crash.around(createHandler({ topic })), park: crash.around(retry.send) },
    { log: (...line) => lines.push(lineOf(...line)) },
  );
  return { run, published: topic.published, parked: retry.sent, lines };
};

describe('the stream', () => {
  it('is told as messages, in the order of writing', async () => {
    const { run, published, parked } = started();
    expect(await run(streamOf(...all.map(eventRecord)))).toBeUndefined();
    expect(published).toEqual(all.map(messageOf));
    expect(parked).toEqual([]);
  });

  it('is told among all that happened whom the desk is to ring, and never by their number', async () => {
    const { run, published, parked, lines } = started();
    const [first, second] = all as [TicketEvent, TicketEvent];
    await run(streamOf(eventRecord(first), streamRecord(callBackEventRow(wanted)), eventRecord(second)));
    expect(published).toEqual([messageOf(first), wanted, messageOf(second)]);
    expect(parked).toEqual([]);
    expect(JSON.stringify([published, lines])).not.toContain(LI.slice(-9));
    // Whoever has the id can find the number by trying all there are.
    expect(lines.join()).not.toContain(callerKey(LI));
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ message: 'sent', correlationId: 'test', outcome: 'call-back-wanted' }),
    );
  });

  it('tells of a lost call, as a stream shows its end, only that somebody is to be rung', async () => {
    const { run, published } = started();
    await run(JSON.parse(readFileSync('events/publish-events/ok-call-back-wanted.json', 'utf8')));
    expect(published).toMatchObject([{ type: 'call-back-wanted', correlationId: 'seed-call-back' }]);
  });

  it('leaves out what is kept of calls and callers beside that', async () => {
    const { run, published, parked } = started();
    const call = { id: 'twilio:CA1', startedAt: MONDAY_AT_TEN, phone: LI, turns: [] };
    const outcome = { ...outcomeKey(call.id), openedAt: MONDAY_AT_TEN, connected: false };
    const recorded = { ...recordedCallKey(MONDAY_AT_TEN, call.id), openedAt: MONDAY_AT_TEN };
    const rows = [{ ...callKey(call.id), ...call }, outcome, recorded, callBackRow(lost)];
    await run(streamOf(...rows.map((row) => streamRecord(row))));
    expect([published, parked]).toEqual([[], []]);
  });

  it('leaves out every other row and every change of one', async () => {
    const { run, published, parked } = started();
    const { event, ticket } = opened;
    const mark = streamRecord({ pk: 'ONCE#user:li#1', sk: 'ONCE', digest: 'd', number: ticket.number });
    const old = { ...eventRecord(event), eventName: 'MODIFY' as const };
    const gone = { eventName: 'REMOVE' as const, eventSource: 'aws:dynamodb', dynamodb: {} };
    await run(streamOf(ticketRecord(ticket, 'INSERT'), ticketRecord(dispatched.ticket, 'MODIFY'), mark, old, gone));
    expect([published, parked]).toEqual([[], []]);
  });

  it.each(Object.entries(badRows))('parks a row %s, and the rest goes on', async (_, row) => {
    const { run, published, parked } = started();
    expect(
      await run(streamOf(eventRecord(all[0] as TicketEvent), streamRecord(row), eventRecord(all[1] as TicketEvent))),
    ).toBeUndefined();
    expect(published).toEqual(all.slice(0, 2).map(messageOf));
    expect(parked).toHaveLength(1);
    expect(JSON.parse(parked[0] ?? '')).toMatchObject({ Keys: { pk: { S: row.pk }, sk: { S: row.sk } } });
  });

  it('parks a new event of which it was not shown the image', async () => {
    const { run, parked } = started();
    const { dynamodb: { Keys } = {}, ...record } = eventRecord(opened.event);
    await run(streamOf({ ...record, dynamodb: { ...(Keys && { Keys }) } }));
    expect(parked).toHaveLength(1);
  });

  it('says what it did: a line for each event, and one for the batch', async () => {
    const { run, lines } = started();
    await run(streamOf(eventRecord(dispatched.event), oneBad));
    const about = { ticket: dispatched.ticket.number, correlationId: 'test', event: dispatched.event.id, outcome: 'dispatched' };
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'error', message: 'parked' },
      { level: 'info', message: 'sent', ...about },
      { level: 'info', message: 'batch', count: 1, outcome: 'parked 1' },
    ]);
    expect(lines.join()).not.toMatch(/stairs|Li\b|1381/);
  });

  it.each(crashes(3))('loses nothing by a crash $when step $step: the batch comes again', async ({ step, when }) => {
    const crash = crashAt(step, when);
    const { run, published, parked } = started(crash);
    const batch = streamOf(eventRecord(all[0] as TicketEvent), oneBad, eventRecord(all[1] as TicketEvent));
    const first = run(batch);
    if (step < 2) {
      await expect(first).rejects.toThrow(Crash);
      await run(batch);
    } else {
      await first;
    }
    expect(crash.happened).toBe(step < 2);
    expect(new Set(published.map(({ id }) => id))).toEqual(new Set(all.slice(0, 2).map(({ id }) => id)));
    expect(new Set(parked).size).toBe(1);
  });

  it('stands still while the topic takes nothing: nothing is skipped, nothing is parked', async () => {
    const run = streamFunction(
      'publish-events',
      {
        read: eventInImage,
        send: () => Promise.reject(new Error('no answer')),
        park: () => Promise.reject(new Error('not this')),
      },
      { log: () => undefined },
    );
    await expect(run(streamOf(eventRecord(opened.event)))).rejects.toThrow('no answer');
  });
});

describe('the retry queue', () => {
  const parkedNow = async (row: Parameters<typeof streamRecord>[0]): Promise<string> => {
    const { run, parked } = started();
    await run(streamOf(streamRecord(row)));
    return parked[0] ?? '';
  };
  const good = JSON.stringify({ NewImage: eventRecord(assigned.event).dynamodb?.NewImage });

  it('brings a row back once the code can read it', async () => {
    const body = await parkedNow({ ...eventRow(opened.event), mood: 'good' });
    const [topic, retry] = [memoryTopic(), memorySendAll()];
    // The next version knows the field.
    const read: typeof eventInImage = ({ mood, ...image }) => eventInImage(image);
    const run = streamFunction(
      'publish-events',
      { read, send: createHandler({ topic }), park: retry.send },
      { log: () => undefined },
    );
    expect(failedIn(await run(queueBatch(body)))).toEqual([]);
    expect(topic.published).toEqual([messageOf(opened.event)]);
  });

  it('brings back a call-back too, and refuses one that would tell who called', async () => {
    const { run, published } = started();
    const body = JSON.stringify({ NewImage: streamRecord(callBackEventRow(wanted)).dynamodb?.NewImage });
    expect(failedIn(await run(queueBatch(await parkedNow(badRows['that would tell who called']), body)))).toEqual(['m0']);
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
    expect(published).toEqual([messageOf(assigned.event), messageOf(assigned.event)]);
    expect(parked).toEqual([]);
  });

  it.each(['before', 'after'] as const)('brings a message again after a crash %s it was sent', async (when) => {
    const { run, published } = started(crashAt(0, when));
    expect(failedIn(await run(queueBatch(good)))).toEqual(['m0']);
    expect(failedIn(await run(queueBatch(good)))).toEqual([]);
    expect(new Set(published.map(({ id }) => id))).toEqual(new Set([assigned.event.id]));
  });
});

it('takes nothing from anywhere else', async () => {
  const { run } = started();
  const [record] = queueBatch(messageOf(opened.event)).Records;
  if (!record) throw new Error('there is a record');
  await expect(run({ Records: [{ ...record, eventSource: 'aws:s3' }] })).rejects.toThrow('not aws:s3');
});
