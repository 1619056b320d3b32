import { describe, expect, it } from 'vitest';
import { messageOf } from '#contracts/messages/ticket-event-message.ts';
import type { TicketEvent } from '#domain/tickets/ticket-event.ts';
import { eventRecord, failedIn, queueBatch, streamOf, streamRecord } from './lambda-records.ts';
import { all, badRows, dispatched, started } from './published-stream.ts';

const { id: refusedId } = dispatched.event;
const records = all.map(eventRecord);

describe('an event that the topic refuses for ever', () => {
  it('is parked with its row, and the stream goes on', async () => {
    const { run, published, parked } = started(undefined, { refuses: ({ id }) => id === refusedId });
    expect(await run(streamOf(...records))).toBeUndefined();
    expect(published).toEqual([all[0], all[2]].map((event) => messageOf(event as TicketEvent)));
    expect(parked.map((body) => JSON.parse(body))).toEqual([
      { Keys: records[1]?.dynamodb?.Keys, NewImage: records[1]?.dynamodb?.NewImage },
    ]);
  });

  it('is parked beside a row that can not be read', async () => {
    const { run, parked, lines } = started(undefined, { refuses: ({ id }) => id === refusedId });
    const [unreadable] = Object.values(badRows);
    if (!unreadable) throw new Error('there is a bad row');
    await run(streamOf(streamRecord(unreadable), ...records));
    expect(parked).toHaveLength(2);
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ message: 'batch', outcome: 'parked 2' }),
    );
  });

  it('is logged as an error, and not as sent', async () => {
    const { run, lines } = started(undefined, { refuses: ({ id }) => id === refusedId });
    await run(streamOf(...records));
    const ofIt = lines.map((line) => JSON.parse(line)).filter(({ event }) => event === refusedId);
    expect(ofIt).toMatchObject([{ level: 'error', message: 'parked', ticket: dispatched.ticket.number }]);
  });

  it('reaches the dead letters when the topic refuses it again', async () => {
    const { run, parked } = started(undefined, { refuses: ({ id }) => id === refusedId });
    await run(streamOf(...records));
    expect(failedIn(await run(queueBatch(...parked)))).toEqual(['m0']);
    expect(parked).toHaveLength(1);
  });

  it('is sent when the topic takes it after all', async () => {
    const { run, parked } = started(undefined, { refuses: () => true });
    await run(streamOf(...records));
    const later = started();
    expect(failedIn(await later.run(queueBatch(...parked)))).toEqual([]);
    expect(later.published).toEqual(all.map(messageOf));
  });
});
