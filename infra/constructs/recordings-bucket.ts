import { Duration, Stack, Validations } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { allow } from './permissions.ts';

/** Where our own recordings lie, and those that their provider brought; one that names no folder puts them below the year. */
type Prefix = 'recordings' | 'incoming' | '20??';

/** A permission that ends in a star, and how the rules of AwsSolutions find it. */
export interface StarredPermission {
  statement: PolicyStatement;
  findings: string[];
}

/** What callers said: private, encrypted, and forgotten after the stage's time. */
export class RecordingsBucket extends Bucket {
  constructor(scope: Construct, id: string, { stage, removal, requiresTls }: Deployment) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: requiresTls,
      lifecycleRules: [
        { expiration: Duration.days(stage.recordingsDays), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      removalPolicy: removal,
    });
    // By the property itself: CDK's way needs a function of its own, in Python, to set it.
    (this.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Only functions of ours may read it; who used a link is in CloudTrail, where the account records data events of the bucket.',
    });
  }

  /** Allows actions on all objects below some prefixes: which there will be, no template knows. */
  below(prefixes: readonly Prefix[], actions: readonly string[]): StarredPermission {
    const stack = Stack.of(this);
    // As cdk-nag names what another stack imports.
    const { 'Fn::ImportValue': imported } = stack.resolve(stack.exportValue(this.bucketArn));
    return {
      statement: allow(actions, ...prefixes.map((prefix) => this.arnForObjects(`${prefix}/*`))),
      findings: prefixes.map((prefix) => `AwsSolutions-IAM5[Resource::${imported}/${prefix}/*]`),
    };
  }
}
