import { Aws, Names } from 'aws-cdk-lib';
import { Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { District } from '#domain/district/district.ts';

/** One text for every code, since operators in China ask to have each text registered. The pool puts the code in. */
const codeTexts: Record<District['language'], (district: Pick<District, 'name' | 'hotline'>) => string> = {
  zh: ({ name, hotline }) => `【${name}${hotline}】验证码：{####}，请勿告诉他人。如非本人操作，请不用理会。`,
  en: ({ name, hotline }) => `${name} ${hotline}: your code is {####}. Do not share it. If you did not ask for it, ignore this.`,
};

/**
 * With what a user pool texts its codes. A text has no ARN that a permission could name, so the permission is for all that
 * is no topic. Cognito takes the role for the pool that knows the external id.
 */
export class SignUpTexts extends Construct {
  readonly smsRole: Role;
  readonly smsRoleExternalId: string;
  readonly codeText: string;

  constructor(scope: Construct, id: string, district: District) {
    super(scope, id);
    this.smsRoleExternalId = Names.uniqueId(this);
    this.codeText = codeTexts[district.language](district);
    const publish = new PolicyStatement({
      effect: Effect.ALLOW,
      actions: ['sns:Publish'],
      notResources: [`arn:${Aws.PARTITION}:sns:*:*:*`],
    });
    this.smsRole = new Role(this, 'Role', {
      description: 'What the user pool may do: text codes to those who sign up',
      assumedBy: new ServicePrincipal('cognito-idp.amazonaws.com', {
        conditions: { StringEquals: { 'sts:ExternalId': this.smsRoleExternalId } },
      }),
      inlinePolicies: { texts: new PolicyDocument({ statements: [publish] }) },
    });
  }
}
