import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { PlainFailure } from '#local/plain-failure.ts';
import { whichAws } from '#scripts/which-aws.ts';
import type { Pool } from './staff.ts';

/** Which hotline is meant. */
interface Flags {
  local: boolean;
  aws: boolean;
  stage?: string | undefined;
  district?: string | undefined;
}

const OUTSIDE =
  'This hotline has no user pool: its people are kept by the issuer that it was deployed with. Enter them there, in the groups agent, supervisor or department:<id>.';

const poolOfStack = async (client: CloudFormationClient, StackName: string): Promise<string> => {
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }));
    const id = Stacks[0]?.Outputs?.find(({ OutputKey }) => OutputKey === 'UserPoolId')?.OutputValue;
    if (id === undefined) throw new PlainFailure(OUTSIDE);
    return id;
  } catch (error) {
    if (!(error instanceof Error) || !/does not exist/.test(error.message)) throw error;
    throw new PlainFailure(
      `There is no stack ${StackName} in this account and region: name --stage and --district as you deployed them.`,
    );
  }
};

/** The user pool of a hotline, and words for where it is. Throws a PlainFailure where there is none, or where it is not clear which. */
export const findPool = async ({ stage, district, ...flags }: Flags): Promise<Pool & { words: string }> => {
  const { config, words, stack } = whichAws(flags);
  const client = new CognitoIdentityProviderClient(config);
  if (stack && stage === undefined && district === undefined) {
    if (!stack.userPool) throw new PlainFailure(OUTSIDE);
    return { client, id: stack.userPool.id, words };
  }
  if (stage === undefined || district === undefined)
    throw new PlainFailure(
      'Say which hotline: --stage and --district as you deployed it, such as --stage prod --district linzi.',
    );
  const name = `hotline-${stage}-${district}-data`;
  return { client, id: await poolOfStack(new CloudFormationClient(config), name), words: `${words}, ${name}` };
};
