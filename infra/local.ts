import { CliCredentialsStackSynthesizer, type IStackSynthesizer } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

/**
 * Everything in which a deployment to a local AWS differs from one to AWS; test/infra/deployments.test.ts finds no
 * other difference in the templates. All but the first four only where the local AWS enforces IAM.
 */
export interface LocalDifferences {
  /** Where an emulator serves the API; webhook signatures cover this address. */
  publicUrl: (apiId: string) => string;
  /** Where sample people sign in to the pages; local/ serves it. Without it the pages ask the user pool, as on AWS. */
  signIn?: string;
  /** There is no Amazon Connect on it: the flow is not deployed, but played by the telephone in simulator/. */
  hasConnect: false;
  /** Its CloudFormation knows no style of a sign-in page. */
  hasSignInStyle: false;
  /** False where IAM is enforced: queues and topics would then refuse the emulator's plain http. */
  requiresTls: boolean;
  /** There are no bootstrap roles that could be assumed. */
  synthesizer?: () => IStackSynthesizer;
  /** How the emulator must be told a permission. */
  permission?: (statement: PolicyStatement) => PolicyStatement;
}

/** On AWS the second needs the permission of the first; the emulator asks for one of its own name. */
const BATCH_ACTIONS: Readonly<Record<string, string>> = {
  'sns:Publish': 'sns:PublishBatch',
  'sqs:SendMessage': 'sqs:SendMessageBatch',
};
/** Its CloudFormation gives a secret's name where AWS gives the ARN, so no statement can name the secret. */
const WITHOUT_ARN = 'secretsmanager:GetSecretValue';

const emulatedPermission = ({ actions, resources }: PolicyStatement): PolicyStatement =>
  new PolicyStatement({
    actions: actions.flatMap((action) => [action, BATCH_ACTIONS[action] ?? []].flat()),
    resources: actions.includes(WITHOUT_ARN) ? ['*'] : resources,
  });

/**
 * Takes the address of the local AWS (`-c local=http://127.0.0.1:4566`), whether it enforces IAM (`-c enforce-iam=true`), and
 * where sample people sign in (`-c sign-in=…`).
 */
export const localDifferences = (endpoint: string, enforcesIam: boolean, signIn?: string): LocalDifferences => ({
  publicUrl: (apiId) => `${endpoint}/_aws/execute-api/${apiId}`,
  ...(signIn !== undefined && { signIn }),
  hasConnect: false,
  hasSignInStyle: false,
  requiresTls: !enforcesIam,
  ...(enforcesIam && {
    synthesizer: () => new CliCredentialsStackSynthesizer() as IStackSynthesizer,
    permission: emulatedPermission,
  }),
});
