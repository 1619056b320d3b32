import { Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';

/** With what leases and parked callers are sealed, and telephone numbers made keys of rows. It stays for the life of the tables, and goes with them to another account. */
export class DeploymentSecret extends Secret {
  constructor(scope: Construct, id: string, { removal }: Deployment) {
    super(scope, id, {
      description:
        'Seals leases and parked callers, and makes telephone numbers keys of rows. Never change it: what lies under the old keys would not be found.',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: removal,
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Rows are found by keys that are made with it: another secret would lose them.',
    });
  }
}
