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

/** The user pool of a hotline, and the client by which people sign in. */
export interface UserPool {
  id: string;
  clientId: string;
}

/** A person who is signed in: the token for the API, and the id by which it knows them. */
export interface SignedIn {
  idToken: string;
  sub: string;
}

/** Nobody keeps it: who needs a token again sets a new one. */
const newPassword = (): string => `Aa1!${randomUUID()}`;

const subjectOf = (idToken: string): string => {
  const payload: unknown = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString());
  return String((payload as { sub?: unknown }).sub);
};

const createUnlessThere = async (client: CognitoIdentityProviderClient, UserPoolId: string, person: Person): Promise<void> => {
  const { name, phone: Username } = person;
  const UserAttributes = [
    { Name: 'name', Value: name },
    { Name: 'phone_number', Value: Username },
    // Who enters them says that the number is theirs.
    { Name: 'phone_number_verified', Value: 'true' },
  ];
  const TemporaryPassword = newPassword();
  try {
    await client.send(
      new AdminCreateUserCommand({ UserPoolId, Username, UserAttributes, TemporaryPassword, MessageAction: 'SUPPRESS' }),
    );
  } catch (error) {
    if (!(error instanceof UsernameExistsException)) throw error;
  }
};

const idTokenOf = async (
  client: CognitoIdentityProviderClient,
  { id: UserPoolId, clientId: ClientId }: UserPool,
  Username: string,
): Promise<string> => {
  const Password = newPassword();
  await client.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }));
  const AuthParameters = { USERNAME: Username, PASSWORD: Password };
  const { AuthenticationResult } = await client.send(
    new AdminInitiateAuthCommand({ UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters }),
  );
  if (AuthenticationResult?.IdToken) return AuthenticationResult.IdToken;
  throw new PlainFailure(`The user pool gave ${Username} no token: does its client allow ADMIN_USER_PASSWORD_AUTH?`);
};

/**
 * Puts these people into the user pool of a local AWS and signs them in. Repeating it keeps those who are there and gives
 * new tokens. Throws when the pool or one of the groups is missing.
 */
export const signInPeople = async (
  endpoint: string,
  userPool: UserPool,
  people: readonly Person[],
): Promise<ReadonlyMap<string, SignedIn>> => {
  const client = new CognitoIdentityProviderClient(localClientConfig(endpoint));
  const UserPoolId = userPool.id;
  const signIn = async (person: Person): Promise<[string, SignedIn]> => {
    const { id, phone: Username, groups } = person;
    await createUnlessThere(client, UserPoolId, person);
    for (const GroupName of groups) await client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName }));
    const idToken = await idTokenOf(client, userPool, Username);
    return [id, { idToken, sub: subjectOf(idToken) }];
  };
  return new Map(await Promise.all(people.map(signIn)));
};
