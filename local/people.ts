import { randomUUID } from 'node:crypto';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Person } from '#infra/district/people.ts';
import { localClientConfig } from './endpoint.ts';
import { PlainFailure } from './plain-failure.ts';

export type UserPool = { readonly id: string; readonly clientId: string };

/** A person who is signed in: the token for the API, and the id by which it knows them. */
export type SignedIn = { readonly idToken: string; readonly sub: string };

function subjectOf(idToken: string): string {
  const payload: unknown = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString());
  return String((payload as { sub?: unknown }).sub);
}

/**
 * Puts these people into the user pool of a local AWS and signs them in. Repeating it keeps who is there and gives new tokens.
 * Throws when the pool or one of the groups is missing.
 */
export async function signInPeople(
  endpoint: string,
  userPool: UserPool,
  people: readonly Person[],
): Promise<ReadonlyMap<string, SignedIn>> {
  const client = new CognitoIdentityProviderClient(localClientConfig(endpoint));
  const UserPoolId = userPool.id;

  const signIn = async ({ id: Username, name, groups, phone }: Person): Promise<[string, SignedIn]> => {
    // Nobody keeps it: whoever needs a token again sets a new one.
    const Password = `Aa1!${randomUUID()}`;
    const UserAttributes = [{ Name: 'name', Value: name }, ...(phone ? [{ Name: 'phone_number', Value: phone }] : [])];
    try {
      const account = { UserPoolId, Username, UserAttributes, TemporaryPassword: Password, MessageAction: 'SUPPRESS' as const };
      await client.send(new AdminCreateUserCommand(account));
    } catch (error) {
      if (!(error instanceof UsernameExistsException)) throw error;
    }
    await client.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }));
    for (const GroupName of groups) await client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName }));
    const { AuthenticationResult } = await client.send(
      new AdminInitiateAuthCommand({
        UserPoolId,
        ClientId: userPool.clientId,
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: Username, PASSWORD: Password },
      }),
    );
    const idToken = AuthenticationResult?.IdToken;
    if (!idToken)
      throw new PlainFailure(`The user pool gave ${Username} no token: does its client allow ADMIN_USER_PASSWORD_AUTH?`);
    return [Username, { idToken, sub: subjectOf(idToken) }];
  };

  return new Map(await Promise.all(people.map(signIn)));
}
