import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { whichAws } from '#scripts/which-aws.ts';
import type { RedriveClients } from './redrive.ts';

/** The AWS that is meant, with its clients, and its words for the operator. Throws as whichAws does. */
export const whereToLook = (flags: {
  readonly local: boolean;
  readonly aws: boolean;
}): { clients: RedriveClients; words: string } => {
  const { config, words } = whichAws(flags);
  return { clients: { queues: new SQSClient(config), topics: new SNSClient(config) }, words };
};
