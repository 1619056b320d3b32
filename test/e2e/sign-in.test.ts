import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect, inject, it } from 'vitest';
import { localClientConfig } from '#local/endpoint.ts';

const { endpoint, userPool, api } = inject('stack');
const [UserPoolId, ClientId] = [userPool?.id, userPool?.clientId];
const client = new CognitoIdentityProviderClient(localClientConfig(endpoint));
const Password = 'Aa1!-test-only-0123456789';

const enter = async (Username: string, phone: string, isVerified: boolean): Promise<void> => {
  const UserAttributes = [
    { Name: 'phone_number', Value: phone },
    { Name: 'phone_number_verified', Value: String(isVerified) },
  ];
  const TemporaryPassword = Password;
  await client.send(
    new AdminCreateUserCommand({ UserPoolId, Username, UserAttributes, TemporaryPassword, MessageAction: 'SUPPRESS' }),
  );
  await client.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }));
};

/** Signs in and lists the own tickets; gives the status of that, or the name of the failure. */
const signIn = async (USERNAME: string): Promise<number | string> => {
  const AuthParameters = { USERNAME, PASSWORD: Password };
  const asked = new AdminInitiateAuthCommand({ UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters });
  try {
    const { AuthenticationResult } = await client.send(asked);
    return (await fetch(`${api}/tickets`, { headers: { authorization: `Bearer ${AuthenticationResult?.IdToken}` } })).status;
  } catch (error) {
    return (error as Error).name;
  }
};

it('a person signs in by the user name, and by the telephone number once it is verified', async () => {
  await enter('clerk-zhang', '+8610000000071', true);
  await enter('clerk-wei', '+8610000000072', false);
  expect(await signIn('clerk-zhang')).toBe(200);
  expect(await signIn('+8610000000071')).toBe(200);
  expect(await signIn('clerk-wei')).toBe(200);
  expect(await signIn('+8610000000072')).toBe('NotAuthorizedException');
});
