import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { localClientConfig } from '#local/endpoint.ts';
import { PlainFailure } from '#local/plain-failure.ts';
import { readStack } from '#local/stack-file.ts';
import type { RedriveClients } from './redrive.ts';

/** An AWS, and its words for the operator. */
interface Where {
  clients: RedriveClients;
  words: string;
}

const clientsOf = (config: ReturnType<typeof localClientConfig> | object): RedriveClients => ({
  queues: new SQSClient(config),
  topics: new SNSClient(config),
});

/**
 * Which AWS is meant: the real one only with --aws. Throws a PlainFailure when the flags and the environment disagree, or
 * when no AWS is there.
 */
export const whereToLook = (flags: { readonly local: boolean; readonly aws: boolean }): Where => {
  const endpoint = process.env.AWS_ENDPOINT_URL || undefined;
  if (flags.local && flags.aws) throw new PlainFailure('Choose one of --local and --aws.');
  if (flags.aws) {
    if (endpoint ?? process.env.AWS_ENDPOINT_URL_SQS) {
      throw new PlainFailure('--aws means the real AWS, but AWS_ENDPOINT_URL names another one: use a terminal without it.');
    }
    // The SDK reads AWS_REGION alone, the AWS CLI AWS_DEFAULT_REGION too.
    const region = process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION;
    return { clients: clientsOf(region ? { region } : {}), words: 'the real AWS' };
  }
  if (endpoint && !flags.local) return { clients: clientsOf(localClientConfig(endpoint)), words: `the local AWS at ${endpoint}` };
  const stack = readStack();
  if (stack) return { clients: clientsOf(localClientConfig(stack.endpoint)), words: `the local AWS at ${stack.endpoint}` };
  throw new PlainFailure(
    'No hotline is up locally: start it with npm start, or say --aws if you mean the account of your credentials.',
  );
};
