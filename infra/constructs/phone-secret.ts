import { Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';

/**
 * With what the phone provider signs: `{"current": …}`, and `"previous"` beside it while it is being changed. It begins
 * as a random one; the operator puts the provider's own in.
 */
export class PhoneSigningSecret extends Secret {
  constructor(scope: Construct, id: string, provider: string, { removal }: Deployment) {
    super(scope, id, {
      description: `What ${provider} signs its webhooks with: {"current": "…", "previous": "…" (while it changes)}`,
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'current',
        passwordLength: 32,
        excludePunctuation: true,
      },
      removalPolicy: removal,
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'The provider makes this secret, so AWS can not rotate it; two are accepted while the operator changes it.',
    });
  }
}
