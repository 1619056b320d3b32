import { localClientConfig } from '#local/endpoint.ts';
import { PlainFailure, wordsOf } from '#local/plain-failure.ts';
import { readStack, type Stack } from '#local/stack-file.ts';

/** An AWS that a script talks to, its words for the operator, and the hotline that is up there, if it is the local one. */
interface WhichAws {
  config: ReturnType<typeof localClientConfig> | { region?: string };
  words: string;
  stack?: Stack;
}

/**
 * Which AWS is meant: the real one only with --aws. Throws a PlainFailure when the flags and the environment disagree, or
 * when no AWS is there.
 */
export const whichAws = (flags: { readonly local: boolean; readonly aws: boolean }): WhichAws => {
  const { AWS_ENDPOINT_URL: endpoint } = process.env;
  const others = Object.entries(process.env).filter(([name, value]) => name.startsWith('AWS_ENDPOINT_URL') && value);
  if (flags.local && flags.aws) throw new PlainFailure('Choose one of --local and --aws.');
  if (flags.aws) {
    if (others.length > 0) {
      throw new PlainFailure('--aws means the real AWS, but AWS_ENDPOINT_URL names another one: use a terminal without it.');
    }
    // The SDK reads AWS_REGION alone, the AWS CLI AWS_DEFAULT_REGION too.
    const region = process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION;
    return { config: region ? { region } : {}, words: 'the real AWS' };
  }
  if (endpoint && !flags.local) return { config: localClientConfig(endpoint), words: `the local AWS at ${endpoint}` };
  const stack = readStack();
  if (stack) return { config: localClientConfig(stack.endpoint), words: `the local AWS at ${stack.endpoint}`, stack };
  throw new PlainFailure(
    'No hotline is up locally: start it with npm start, or say --aws if you mean the account of your credentials.',
  );
};

/** What to show of a failure of a script that talks to AWS. */
export const awsWords = (error: unknown): string => {
  const { name = '', message = '' } = error instanceof Error ? error : {};
  if (/^Region is missing/.test(message)) return 'No region is set: set AWS_REGION, then run the command again.';
  if (/Credentials|Token|SSO|AccessDenied|UnrecognizedClient/.test(name))
    return `AWS refuses the credentials (${name}): ${message}`;
  // A wrong option: its message says which.
  return (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') ? message : wordsOf(error);
};
