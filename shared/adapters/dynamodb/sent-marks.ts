import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Instant, plusMinutes } from '#domain/instant.ts';
import type { Clock } from '#ports/clock.ts';
import { CLAIM_MINUTES, type Claim, type SentMarks } from '#ports/sent-marks.ts';
import { onceKey } from './keys.ts';
import { expiry, parseRow } from './rows.ts';

/** A message waits in its queue for 14 days at most. */
const KEPT_DAYS = 30;

/** A row that says nothing of claims is of a time when only what was sent had one. */
const Mark = z.looseObject({
  state: z.enum(['claimed', 'free', 'done']).default('done'),
  attempt: z.int().default(0),
  unsure: z.int().default(0),
  until: z.string().optional(),
});
type Mark = z.infer<typeof Mark>;

/** The claim that comes next, undefined while somebody holds one. */
const nextClaim = (seen: Mark | undefined, now: Instant): Claim | undefined => {
  if (!seen) return { attempt: 1, unsure: 0 };
  if (seen.state === 'free') return { attempt: seen.attempt + 1, unsure: seen.unsure };
  return (seen.until ?? '') > now ? undefined : { attempt: seen.attempt + 1, unsure: seen.unsure + 1 };
};

/** Writes only over the row of this attempt, as it was seen. */
const overThat = (state: Mark['state'], attempt: number) => ({
  ConditionExpression: '#state = :state AND #attempt = :attempt',
  ExpressionAttributeNames: { '#state': 'state', '#attempt': 'attempt' },
  ExpressionAttributeValues: { ':state': state, ':attempt': attempt },
});

/** The tickets' table as SentMarks. */
export const dynamoSentMarks = (client: DynamoDBDocumentClient, TableName: string, now: Clock): SentMarks => {
  const write = async (id: string, mark: object, condition: object = {}): Promise<'written' | 'conflict'> => {
    const Item = { ...onceKey('sent', id), ...mark, expiresAt: expiry(now(), KEPT_DAYS) };
    try {
      await client.send(new PutCommand({ TableName, Item, ...condition }));
      return 'written';
    } catch (error) {
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return 'conflict';
      throw error;
    }
  };
  return {
    claim: async (id) => {
      const { Item } = await client.send(new GetCommand({ TableName, Key: onceKey('sent', id), ConsistentRead: true }));
      const seen = Item && parseRow(Mark, Item);
      if (seen?.state === 'done') return { outcome: 'done' };
      const at = now();
      const claim = nextClaim(seen, at);
      if (!claim) return { outcome: 'held' };
      const condition = seen ? overThat(seen.state, seen.attempt) : { ConditionExpression: 'attribute_not_exists(pk)' };
      const mark = { state: 'claimed', ...claim, until: plusMinutes(at, CLAIM_MINUTES) };
      return (await write(id, mark, condition)) === 'written' ? { outcome: 'claimed', claim } : { outcome: 'held' };
    },
    release: async (id, { attempt, unsure }) => {
      await write(id, { state: 'free', attempt, unsure }, overThat('claimed', attempt));
    },
    settle: async (id, refusedBy) => {
      await write(id, { state: 'done', ...(refusedBy !== undefined && { refusedBy }) });
    },
  };
};
