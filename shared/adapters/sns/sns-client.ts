import { SNSClient, type SNSClientConfig } from '@aws-sdk/client-sns';

/**
 * A client as the functions use it: an answer that takes longer than two seconds is asked for again, since the table's
 * stream stands still meanwhile. Settings are for tests, which talk to several emulators.
 */
export const snsClient = (settings: SNSClientConfig = {}): SNSClient =>
  new SNSClient({
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
    ...settings,
  });
