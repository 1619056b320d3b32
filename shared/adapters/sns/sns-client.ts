import { SNSClient, type SNSClientConfig } from '@aws-sdk/client-sns';
import { busyWhenAway, clientSettings } from '#adapters/client-settings.ts';

/** A client as the functions use it. Settings are for tests, which talk to several emulators. */
export const snsClient = (settings: SNSClientConfig = {}): SNSClient =>
  busyWhenAway(new SNSClient({ ...clientSettings(), ...settings }));
