import { describe, expect, it } from 'vitest';
import { Busy } from '#domain/errors.ts';
import { createHandler } from '#functions/publish-events/handler.ts';
import { memoryTopic } from '#test/adapters/memory/event-topic.ts';
import { eventRecord, failedIn, queueBatch, streamOf, streamRecord } from './lambda-records.ts';
import { all, badRows, dispatched, messages, started } from './published-stream.ts';

const { id: refusedId } = dispatched.event;
const records = all.map(eventRecord);

describe('an event that the topic refuses for ever', () => {
  it('is parked with its row, and the stream goes on', async () => {
    const { run, published, parked } = started(undefined, { refuses: ({ id }) => id === refusedId });
    expect(await run(streamOf(...records))).toBeUndefined();
    expect(published).toEqual([messages[0], messages[2]]);
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
    expect(later.published).toEqual(messages);
  });
});

describe('an assignment whose ticket can not be read', () => {
  const broken = (error: Error) => createHandler({ topic: memoryTopic(), store: { get: () => Promise.reject(error) } })(all);

  it('is parked, and what happened to others is told', async () => {
    expect(await broken(new Error('row does not parse'))).toEqual([2]);
  });

  it('is waited for while the table is away', async () => {
    await expect(broken(new Busy('the table is away'))).rejects.toThrow('away');
  });
});
