import { parseArgs } from 'node:util';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { localClientConfig } from '#local/endpoint.ts';
import { PlainFailure, wordsOf } from '#local/plain-failure.ts';
import { readStack } from '#local/stack-file.ts';
import { findRedriveRoute, redrive } from './redrive/dead-letters.ts';

const HELP = `npm run redrive -- <queue> [--local | --aws]

Sends the messages of a dead-letter queue back to the queue that they came from, and says how many.
<queue> is the name of either of the two.

  --local  the hotline that npm start keeps up
  --aws    the AWS account and region of your credentials

With neither, AWS_ENDPOINT_URL decides if it is set, else a hotline that is up locally. The real AWS is only ever
touched with --aws.`;

/** An AWS, and the words for it. */
interface Where {
  client: SQSClient;
  words: string;
}

const localAt = (endpoint: string): Where => ({
  client: new SQSClient(localClientConfig(endpoint)),
  words: `the local AWS at ${endpoint}`,
});

const choose = (flags: { local: boolean; aws: boolean }): Where => {
  const endpoint = process.env.AWS_ENDPOINT_URL || undefined;
  if (flags.local && flags.aws) throw new PlainFailure('Choose one of --local and --aws.');
  if (flags.aws) {
    if (endpoint ?? process.env.AWS_ENDPOINT_URL_SQS) {
      throw new PlainFailure('--aws means the real AWS, but AWS_ENDPOINT_URL names another one: unset it first.');
    }
    return { client: new SQSClient({}), words: 'the real AWS' };
  }
  if (endpoint && !flags.local) return localAt(endpoint);
  const stack = readStack();
  if (stack) return localAt(stack.endpoint);
  throw new PlainFailure(
    'No hotline is up locally: start it with npm start, or say --aws if you mean the account of your credentials.',
  );
};

const nameOf = (url: string): string => url.split('/').at(-1) ?? '';

/** The account and region of a queue, as its ARN has them. */
const placeOf = async (client: SQSClient, QueueUrl: string): Promise<string> => {
  const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  const [, , , region, account] = (Attributes?.QueueArn ?? '').split(':');
  return `account ${account}, region ${region}`;
};

const sendBack = async ({ client, words }: Where, queue: string): Promise<void> => {
  const startedAt = new Date();
  const route = await findRedriveRoute(client, queue);
  const from = nameOf(route.deadLetterQueue);
  console.log(`${words}, ${await placeOf(client, route.deadLetterQueue)}`);
  console.log(`${from} → ${nameOf(route.source)}`);
  const { moved, left } = await redrive(client, route, { startedAt, onProgress: (count) => console.log(`${count} …`) });
  console.log(`${moved} ${moved === 1 ? 'message' : 'messages'} sent back.`);
  if (left > 0) console.log(`${left} came while this ran and stay in ${from}.`);
};

const run = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      local: { type: 'boolean', default: false },
      aws: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const [queue, ...others] = positionals;
  if (!queue || others.length > 0) throw new PlainFailure(`Name one queue.\n\n${HELP}`);
  await sendBack(choose(values), queue);
};

const wordsOfAny = (error: unknown): string => {
  const { name = '', message = '' } = error instanceof Error ? error : {};
  if (/^Region is missing/.test(message)) return 'No region is set: set AWS_REGION, then run the command again.';
  if (/Credentials|Token|SSO|AccessDenied|UnrecognizedClient/.test(name))
    return `AWS refuses the credentials (${name}): ${message}`;
  // A wrong option: its message says which.
  return (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') ? message : wordsOf(error);
};

try {
  await run();
} catch (error) {
  console.error(wordsOfAny(error));
  process.exit(1);
}
