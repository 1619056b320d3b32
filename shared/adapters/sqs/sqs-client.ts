import { SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';

/**
 * A client as the functions use it: an answer that takes longer than two seconds is asked for again. Whoever waits for
 * messages says so at that request. Settings are for tests, which talk to several emulators.
 */
export const sqsClient = (settings: SQSClientConfig = {}): SQSClient =>
  new SQSClient({
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
    ...settings,
  });
