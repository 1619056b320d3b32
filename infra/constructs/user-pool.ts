import { Aws, Validations } from 'aws-cdk-lib';
import { AccountRecovery, CfnUserPoolGroup, Mfa, UserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { type Deployment, nameOf } from './deployment.ts';

/** People who sign in here; the groups of the departments come with their lanes. */
export class HotlineUserPool extends Construct {
  readonly pool: UserPool;
  /** The pool as an issuer of tokens. */
  readonly issuer: string;
  /** Where its sign-in page is. */
  readonly domain: string;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    const { stage, removal } = deployment;
    this.pool = new UserPool(this, 'Pool', {
      // Staff are entered by hand; who lets residents sign up opens this, with a way to prove the number.
      selfSignUpEnabled: false,
      // These four can't be changed later, so test/infra/access-laws.ts holds them. A person signs in by the user name, or by
      // the telephone number once it is verified; Zhang and zhang are one person; nothing is required, all may change.
      signInAliases: { username: true, phone: true },
      signInCaseSensitive: false,
      standardAttributes: { fullname: { required: false, mutable: true }, phoneNumber: { required: false, mutable: true } },
      // By itself it verifies nothing and sends no SMS: who enters a person says that the number is theirs.
      autoVerify: { email: false, phone: false },
      enableSmsRole: false,
      accountRecovery: AccountRecovery.NONE,
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
      },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      deletionProtection: stage.keepsData,
      removalPolicy: removal,
    });
    Validations.of(this.pool).acknowledge(
      {
        id: 'AwsSolutions-COG2',
        reason: 'Residents ask for a street lamp with a password alone; staff can turn a second factor on.',
      },
      { id: 'AwsSolutions-COG8', reason: 'The plus plan is priced for each active user, and every resident may be one.' },
    );
    this.issuer = `https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}/${this.pool.userPoolId}`;
    // These names are one for all accounts of a region.
    const domainPrefix = `${nameOf(deployment)}-${Aws.ACCOUNT_ID}`;
    this.domain = this.pool.addDomain('Domain', { cognitoDomain: { domainPrefix } }).baseUrl();
    for (const groupName of ['resident', 'agent', 'supervisor']) {
      new CfnUserPoolGroup(this, `Group-${groupName}`, { userPoolId: this.pool.userPoolId, groupName });
    }
  }
}
