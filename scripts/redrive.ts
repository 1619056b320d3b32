import { parseArgs } from 'node:util';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { PlainFailure } from '#local/plain-failure.ts';
import { redrive } from './redrive/redrive.ts';
import { findRedriveRoute, nameOf } from './redrive/route.ts';
import { whereToLook } from './redrive/where.ts';
import { awsWords } from './which-aws.ts';

const help = `npm run redrive -- <queue> [--local | --aws]

Sends the messages of a dead-letter queue back to the queues that they came from, and says how many. <queue> is the name
of the dead-letter queue, for all that is in it, or of one of those queues. What a topic could not deliver is published
again.

  --local  the hotline that npm start keeps up
  --aws    the AWS account and region of your credentials

With neither, AWS_ENDPOINT_URL decides if it is set, else a hotline that is up locally. The real AWS is only ever
touched with --aws.`;

const run = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      local: { type: 'boolean', default: false },
      aws: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return console.log(help);
  const [queue, ...others] = positionals;
  if (!queue || others.length > 0) throw new PlainFailure(`Name one queue.\n\n${help}`);
  const { clients, words } = whereToLook(values);
  const startedAt = new Date();
  const route = await findRedriveRoute(clients.queues, clients.topics, queue);
  const { Attributes } = await clients.queues.send(
    new GetQueueAttributesCommand({ QueueUrl: route.deadLetterQueue, AttributeNames: ['QueueArn'] }),
  );
  const [, , , region, account] = (Attributes?.QueueArn ?? '').split(':');
  console.log(`${words}, account ${account}, region ${region}`);
  console.log(`${nameOf(route.deadLetterQueue)} → ${route.topic ? nameOf(route.topic) : route.sources.map(nameOf).join(', ')}`);
  const { moved, left } = await redrive(clients, route, { startedAt, onProgress: (count) => console.log(`${count} …`) });
  console.log(`${moved} ${moved === 1 ? 'message' : 'messages'} sent back.`);
  if (left > 0) console.log(`${left} stay in ${nameOf(route.deadLetterQueue)}: they came while this ran, or from another queue.`);
};

try {
  await run();
} catch (error) {
  console.error(awsWords(error));
  process.exit(1);
}
