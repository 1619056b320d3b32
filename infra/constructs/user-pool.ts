import { Aws, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  UserPool,
  type UserPoolProps,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { type Deployment, nameOf } from './deployment.ts';
import { SignUpTexts } from './sign-up-texts.ts';

/** How residents sign up by themselves: with their telephone number and a code that is texted to it. */
const signUpSettings = (scope: Construct, { stage, district }: Deployment): UserPoolProps => {
  if (!stage.residentsSignUp)
    return { selfSignUpEnabled: false, autoVerify: {}, enableSmsRole: false, accountRecovery: AccountRecovery.NONE };
  const { smsRole, smsRoleExternalId, codeText } = new SignUpTexts(scope, 'Texts', district);
  return {
    selfSignUpEnabled: true,
    smsRole,
    smsRoleExternalId,
    autoVerify: { phone: true },
    // A new number counts once its code was given: nobody takes the number of somebody else.
    keepOriginal: { phone: true },
    accountRecovery: AccountRecovery.PHONE_ONLY_WITHOUT_MFA,
    // Who has the telephone at hand needs no password, but for those who turned a second factor on.
    signInPolicy: { allowedFirstAuthFactors: { password: true, smsOtp: true } },
    userVerification: { smsMessage: codeText },
    mfaMessage: codeText,
  };
};

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
      // These can't be changed later, so test/infra/access-laws.ts holds them. The telephone number is the user name: nobody has
      // to invent one, and a number has one account. Nothing else is required, all may change.
      signInAliases: { phone: true },
      signInCaseSensitive: false,
      standardAttributes: { fullname: { required: false, mutable: true }, phoneNumber: { required: false, mutable: true } },
      ...signUpSettings(this, deployment),
      // The sign-in page that speaks Chinese, and texts codes, comes with this plan.
      featurePlan: FeaturePlan.ESSENTIALS,
      // Old people choose one too: long, but no riddle of signs.
      passwordPolicy: {
        minLength: 10,
        requireLowercase: true,
        requireUppercase: false,
        requireDigits: true,
        requireSymbols: false,
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
      { id: 'AwsSolutions-COG1', reason: 'Ten signs with letters and digits: residents type them on a telephone.' },
      { id: 'AwsSolutions-COG8', reason: 'The plus plan is priced for each active user, and every resident may be one.' },
    );
    this.issuer = `https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}/${this.pool.userPoolId}`;
    // These names are one for all accounts of a region.
    const domainPrefix = `${nameOf(deployment)}-${Aws.ACCOUNT_ID}`;
    const managedLoginVersion = ManagedLoginVersion.NEWER_MANAGED_LOGIN;
    this.domain = this.pool.addDomain('Domain', { cognitoDomain: { domainPrefix }, managedLoginVersion }).baseUrl();
    for (const groupName of ['resident', 'agent', 'supervisor']) {
      new CfnUserPoolGroup(this, `Group-${groupName}`, { userPoolId: this.pool.userPoolId, groupName });
    }
  }
}
