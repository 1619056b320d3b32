import { delimiter } from 'node:path';
import { PlainFailure } from './plain-failure.ts';
import { packagePrograms } from './project-folder.ts';

/** The region of everything local; emulators take any. */
export const localRegion = 'us-east-1';

/** The account that emulators answer with when the access key is no account number. */
export const localAccount = '000000000000';

/** The address on which everything local listens: this machine only. */
export const localHost = '127.0.0.1';

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/**
 * The address of a local AWS without a slash at its end.
 * Throws a PlainFailure when it is no http(s) address, or one of the real AWS.
 */
export const checkEndpoint = (address: string | undefined): string => {
  if (!address) throw new PlainFailure('No endpoint of a local AWS was given, and without one this would talk to the real AWS.');
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new PlainFailure(`AWS_ENDPOINT_URL must be an address like http://127.0.0.1:4566, not "${address}".`);
  }
  if (/(^|\.)(amazonaws\.com(\.cn)?|api\.aws|aws\.amazon\.com)$/.test(url.hostname)) {
    throw new PlainFailure(`${address} is the real AWS: these commands only work on a local one.`);
  }
  return address.replace(/\/+$/, '');
};

/** The settings with which an SDK client talks to the local AWS and nothing else. */
export const localClientConfig = (endpoint: string) => ({ endpoint: checkEndpoint(endpoint), region: localRegion, credentials });

/** The variables with which the AWS CLI and every SDK talk to the local AWS. */
export const localVariables = (endpoint: string) => ({
  AWS_ENDPOINT_URL: checkEndpoint(endpoint),
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_REGION: localRegion,
  AWS_DEFAULT_REGION: localRegion,
});

/** The whole environment of a program that is to talk to the local AWS, such as cdk: without the operator's own AWS settings. */
export const localEnvironment = (endpoint: string): NodeJS.ProcessEnv => ({
  HOME: process.env.HOME,
  TMPDIR: process.env.TMPDIR,
  LANG: process.env.LANG,
  PATH: `${packagePrograms}${delimiter}${process.env.PATH ?? '/usr/bin:/bin'}`,
  ...localVariables(endpoint),
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
});
