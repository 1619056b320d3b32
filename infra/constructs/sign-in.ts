import { Duration } from 'aws-cdk-lib';
import { CfnManagedLoginBranding, OAuthScope, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { pageAddresses } from '#contracts/pages/page-routes.ts';
import type { Deployment } from './deployment.ts';
import type { TokenIssuer } from './hotline-api.ts';
import type { HotlineUserPool } from './user-pool.ts';

/** Where the pages sign people in, and whose tokens open the doors. */
export interface SignIn {
  tokens: TokenIssuer;
  authority: string;
  clientId: string;
  /** Where a user pool shows its sign-in page; empty for an outside issuer, which says so itself. */
  domain: string;
  /** Whether residents sign up there. */
  signsUp: boolean;
}

/** The client of our own user pool: by it pages and programs sign people in. It stands beside the API, to whose pages people come back. */
const ownClient = (
  scope: Construct,
  { stage, local }: Deployment,
  { pool }: HotlineUserPool,
  served: readonly string[],
): UserPoolClient => {
  const pages = served.flatMap((address) => pageAddresses.map((path) => address + path));
  const client = new UserPoolClient(scope, 'App', {
    userPool: pool,
    authFlows: { user: stage.residentsSignUp, userSrp: true, adminUserPassword: true },
    preventUserExistenceErrors: true,
    idTokenValidity: Duration.hours(1),
    accessTokenValidity: Duration.hours(1),
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
      callbackUrls: pages,
      logoutUrls: pages,
    },
  });
  // Without a style of its own a client has no sign-in page.
  if (local?.hasSignInStyle ?? true) {
    const { userPoolId } = pool;
    new CfnManagedLoginBranding(scope, 'SignInStyle', {
      userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
  }
  return client;
};

/**
 * How people sign in to a deployment: at the outside issuer, or at our own pool. A local AWS may name another place for the
 * pages, where sample people sign in without a password; that is `-c sign-in=…`, which no other deployment takes. `served` is
 * every address under which the pages are served: nobody is sent to another one.
 */
export const signInOf = (
  scope: Construct,
  deployment: Deployment,
  people: HotlineUserPool | undefined,
  served: readonly string[],
): SignIn => {
  const { stage, local } = deployment;
  if (stage.identity.kind === 'oidc') {
    const { issuer, audience } = stage.identity;
    return { tokens: { issuer, audience }, authority: local?.signIn ?? issuer, clientId: audience, domain: '', signsUp: false };
  }
  if (!people) throw new Error('a deployment without an outside issuer has a user pool of its own');
  const clientId = ownClient(scope, deployment, people, served).userPoolClientId;
  const { issuer, domain } = people;
  return {
    tokens: { issuer, audience: clientId },
    authority: local?.signIn ?? issuer,
    clientId,
    domain: local?.signIn ? '' : domain,
    signsUp: stage.residentsSignUp && !local?.signIn,
  };
};
