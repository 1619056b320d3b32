import { CliCredentialsStackSynthesizer, type IStackSynthesizer } from 'aws-cdk-lib';

/**
 * Everything in which a deployment to a local AWS differs from one to AWS; test/infra/local-difference.test.ts finds
 * no other difference in the templates.
 */
export interface LocalDifferences {
  /** Where an emulator serves the API; webhook signatures cover this address. */
  publicUrl: (apiId: string) => string;
  /** False only where IAM is enforced: queues and topics would then refuse the emulator's plain http. */
  requiresTls: boolean;
  /** Only where IAM is enforced: there are no bootstrap roles that could be assumed. */
  synthesizer?: () => IStackSynthesizer;
}

/** Takes the address of the local AWS (`-c local=http://127.0.0.1:4566`), and whether it enforces IAM (`-c enforce-iam=true`). */
export const localDifferences = (endpoint: string, enforcesIam: boolean): LocalDifferences => ({
  publicUrl: (apiId) => `${endpoint}/_aws/execute-api/${apiId}`,
  requiresTls: !enforcesIam,
  ...(enforcesIam && { synthesizer: () => new CliCredentialsStackSynthesizer() as IStackSynthesizer }),
});
