import { describe, expect, it } from 'vitest';
import { dynamoCallStore } from '#adapters/dynamodb/call-store.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoTicketStore } from '#adapters/dynamodb/ticket-store.ts';
import { s3Client, s3RecordingArchive } from '#adapters/s3/recording-archive.ts';
import { secretsClient, storedSigningSecrets } from '#adapters/secrets/signing-secrets.ts';
import { snsEventTopic } from '#adapters/sns/event-topic.ts';
import { snsClient } from '#adapters/sns/sns-client.ts';
import { sqsQueueSender } from '#adapters/sqs/queue-sender.ts';
import { sqsClient } from '#adapters/sqs/sqs-client.ts';
import { messageOf } from '#contracts/messages/ticket-event-message.ts';
import { answerTwilioCallContract } from '#contracts/webhooks/answer-twilio-call.ts';
import { opening } from '#test/unit/domain/new-ticket.ts';
import { newCallSid, PUBLIC_URL, phoneLine } from '#test/unit/functions/telephone-line.ts';
import { type CannedAws, cannedAws } from './canned-aws.ts';

type Settings = CannedAws['settings'];
/** Gives a service of AWS that takes every request, and never answers one. */
const withSilentAws = async (test: (aws: CannedAws) => Promise<void>): Promise<void> => {
  const aws = await cannedAws('silence');
  await test(aws).finally(() => aws.stop());
};

const requests: [string, (settings: Settings) => Promise<unknown>][] = [
  ['a table', (settings) => dynamoTicketStore(documentClient(settings), 'tickets').get('LZ261123100016')],
  ['a bucket', (settings) => s3RecordingArchive('bucket', s3Client({ ...settings, forcePathStyle: true })).has('key')],
  [
    'a topic',
    (settings) => snsEventTopic('arn:aws:sns:us-east-1:0:t', snsClient(settings)).publish([messageOf(opening().event)]),
  ],
  [
    'a queue',
    (settings) => sqsQueueSender('http://127.0.0.1/q', sqsClient({ ...settings, useQueueUrlAsEndpoint: false }))(['a']),
  ],
  ['a secret', (settings) => storedSigningSecrets('phone', { client: secretsClient(settings) })()],
];

describe.concurrent('what never answers is asked a few times, and then is away', () => {
  it.each(requests)('%s', (_what, ask) =>
    withSilentAws(async ({ settings, asked }) => {
      await expect(ask(settings)).rejects.toMatchObject({ name: 'Busy' });
      expect(asked).toHaveLength(3);
    }),
  );
});

it('a caller is answered within five seconds when the table never answers', () =>
  withSilentAws(async ({ settings }) => {
    const client = documentClient(settings);
    const calls = dynamoCallStore(client, 'tickets');
    const { send, lines } = phoneLine({ calls, store: dynamoTicketStore(client, 'tickets') });
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<'too late'>((resolve) => {
      timer = setTimeout(() => resolve('too late'), 5000);
    });
    const said = await Promise.race([send(PUBLIC_URL + answerTwilioCallContract.path, newCallSid()), tooLate]);
    clearTimeout(timer);
    expect(said).toMatchObject({ status: 200, said: '对不起，请稍等。' });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', outcome: 'held' });
  }));
