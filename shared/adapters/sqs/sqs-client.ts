import { SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';
import { busyWhenAway, clientSettings } from '#adapters/client-settings.ts';

/** A client as the functions use it. Settings are for tests, which talk to several emulators. */
export const sqsClient = (settings: SQSClientConfig = {}): SQSClient =>
  busyWhenAway(new SQSClient({ ...clientSettings(), ...settings }));
