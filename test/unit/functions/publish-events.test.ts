import { describe, expect, it } from 'vitest';
import { callBackEventRow, callBackRow } from '#adapters/dynamodb/call-backs.ts';
import { eventInImage } from '#adapters/dynamodb/event-image.ts';
import { callKey, outcomeKey, recordedCallKey } from '#adapters/dynamodb/keys.ts';
import { messageOf } from '#contracts/messages/ticket-event-message.ts';
import type { TicketEvent } from '#domain/tickets/ticket-event.ts';
import { streamFunction } from '#runtime/stream.ts';
import { wholeEvent } from '#simulator/sample-events/whole-event.ts';
import { keyOfPhone } from '#test/adapters/memory/phone-keys.ts';
import { MONDAY_AT_TEN } from '#test/unit/domain/new-ticket.ts';
import { Crash, crashAt, crashes } from './crash.ts';
import { eventRecord, queueBatch, streamOf, streamRecord, ticketRecord } from './lambda-records.ts';
import { all, badRows, dispatched, LI, lost, messages, opened, started, wanted } from './published-stream.ts';

const [oneBad] = Object.values(badRows).map((row) => streamRecord(row));
if (!oneBad) throw new Error('there is a bad row');

describe('the stream', () => {
  it('is told as messages, in the order of writing', async () => {
    const { run, published, parked } = started();
    expect(await run(streamOf(...all.map(eventRecord)))).toBeUndefined();
    expect(published).toEqual(messages);
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
    expect(lines.join()).not.toContain(keyOfPhone(LI));
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ message: 'sent', correlationId: 'test', outcome: 'call-back-wanted' }),
    );
  });

  it('tells of a lost call, as a stream shows its end, only that somebody is to be rung', async () => {
    const { run, published } = started();
    await run(wholeEvent('events/publish-events/ok-call-back-wanted.json') as never);
    expect(published).toMatchObject([{ type: 'call-back-wanted', correlationId: 'seed-call-back' }]);
  });

  it('leaves out what is kept of calls and callers beside that', async () => {
    const { run, published, parked } = started();
    const call = { id: 'twilio:CA1', startedAt: MONDAY_AT_TEN, phone: LI, turns: [] };
    const outcome = { ...outcomeKey(call.id), openedAt: MONDAY_AT_TEN, connected: false };
    const recorded = { ...recordedCallKey(MONDAY_AT_TEN, MONDAY_AT_TEN, call.id), openedAt: MONDAY_AT_TEN };
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
    expect(published).toEqual(messages.slice(0, 2));
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

it('takes nothing from anywhere else', async () => {
  const { run } = started();
  const [record] = queueBatch(messageOf(opened.event)).Records;
  if (!record) throw new Error('there is a record');
  await expect(run({ Records: [{ ...record, eventSource: 'aws:s3' }] })).rejects.toThrow('not aws:s3');
});
