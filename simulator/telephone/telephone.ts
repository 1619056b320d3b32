import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { readDistrict } from '#infra/district/read-district.ts';
import { localClientConfig } from '#local/endpoint.ts';
import { projectFolder } from '#local/project-folder.ts';
import type { Stack } from '#local/stack-file.ts';
import { connectLine } from './connect.ts';
import { jambonzLine } from './jambonz.ts';
import { type PhoneProvider, telephoneWith } from './provider.ts';
import type { Telephone } from './script.ts';
import { twilioLine } from './twilio.ts';
import { functionIn, wiresTo } from './wires.ts';

/** The phone providers of which there is a stand-in. */
export const PROVIDERS = ['twilio', 'connect', 'jambonz'] as const;

/** One of them. */
export type ProviderName = (typeof PROVIDERS)[number];

/** The account that a running hotline was deployed with, and where its API is: there it looks for recordings. */
const accountOf = async (stack: Stack): Promise<{ accountSid: string; api: string }> => {
  const lambda = new LambdaClient(localClientConfig(stack.endpoint));
  const command = new GetFunctionConfigurationCommand({ FunctionName: functionIn(stack, 'keep-recordings') });
  const { PHONE_ACCOUNT, PHONE_API } = (await lambda.send(command)).Environment?.Variables ?? {};
  // Without one nothing is to look for recordings at the real Twilio.
  return { accountSid: PHONE_ACCOUNT ?? `AC${'0'.repeat(32)}`, api: PHONE_API ?? 'https://api.twilio.example' };
};

const doorOf = ({ webhooks }: Stack, path: string): string => {
  const door = webhooks[path];
  if (!door) throw new Error(`this hotline has no door ${path}`);
  return door;
};

/** The secret that a provider signs the webhooks of a running hotline with. */
export const signingSecretOf = async (stack: Stack, provider: 'twilio' | 'jambonz'): Promise<string> => {
  const place = { twilio: 'PhoneSigningSecret', jambonz: 'JambonzSigningSecret' }[provider];
  const secret = stack.secrets.find(({ path }) => path.split('/').includes(place));
  if (!secret) throw new Error(`this hotline has no ${place}`);
  const client = new SecretsManagerClient(localClientConfig(stack.endpoint));
  const { SecretString = '{}' } = await client.send(new GetSecretValueCommand({ SecretId: secret.name }));
  return JSON.parse(SecretString).current;
};

/** The contact flow as it would be deployed, with the names of functions for their ARNs. */
export const contactFlow = (): string => {
  const names: Record<string, string> = { AnswerFunctionArn: 'answer-connect-call', FallbackFunctionArn: 'take-message' };
  return readFileSync(join(projectFolder, 'infra/connect/contact-flow.json'), 'utf8').replace(
    /\$\{(\w+)\}/g,
    (_hole, name: string) => names[name] ?? `arn:${name}`,
  );
};

/** A provider's stand-in in front of a running hotline. */
export const providerOf = async (stack: Stack, name: ProviderName): Promise<PhoneProvider> => {
  if (name === 'connect') return connectLine({ flow: contactFlow(), endFunction: 'end-connect-call' });
  const door = doorOf(stack, `/voice/${name}`);
  const secret = await signingSecretOf(stack, name);
  return name === 'jambonz'
    ? jambonzLine({ door, statusHook: `${door}?ended=yes`, webhookSecret: secret })
    : twilioLine({ door, statusCallback: `${door}?ended=yes`, authToken: secret, ...(await accountOf(stack)) });
};

/** The letters that the ticket numbers of a running hotline begin with. */
export const lettersOf = ({ district }: Stack): string => readDistrict(join(projectFolder, 'config', district)).district.letters;

/** A telephone with which to call a running hotline. */
export const telephoneOf = async (stack: Stack, name: ProviderName = 'twilio'): Promise<Telephone> =>
  telephoneWith(await providerOf(stack, name), wiresTo(stack), lettersOf(stack));
