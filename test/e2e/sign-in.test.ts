import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  DescribeUserPoolCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect, inject, it } from 'vitest';
import { localClientConfig } from '#local/endpoint.ts';
import { openWindow, startBrowser } from '#simulator/browser/browser.ts';
import { isAsWideAsTheWindow } from '#simulator/browser/steps.ts';
import { looksWell } from './windows.ts';

const { endpoint, userPool, api } = inject('stack');
const [UserPoolId, ClientId] = [userPool?.id, userPool?.clientId];
const client = new CognitoIdentityProviderClient(localClientConfig(endpoint));
const Password = 'test-only-0123456789';

const enter = async (Username: string): Promise<void> => {
  const UserAttributes = [{ Name: 'phone_number_verified', Value: 'true' }];
  const TemporaryPassword = Password;
  await client.send(
    new AdminCreateUserCommand({ UserPoolId, Username, UserAttributes, TemporaryPassword, MessageAction: 'SUPPRESS' }),
  );
  await client.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }));
};

/** Signs in and asks for something of the API; gives the status of that, or the name of the failure. */
const signIn = async (USERNAME: string, path = '/tickets', init: RequestInit = {}): Promise<number | string> => {
  const AuthParameters = { USERNAME, PASSWORD: Password };
  const asked = new AdminInitiateAuthCommand({ UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters });
  try {
    const { AuthenticationResult } = await client.send(asked);
    const headers = { authorization: `Bearer ${AuthenticationResult?.IdToken}`, ...init.headers };
    return (await fetch(`${api}${path}`, { ...init, headers })).status;
  } catch (error) {
    return (error as Error).name;
  }
};

it('a person who was entered signs in by the telephone number, and no other name can be given', async () => {
  await enter('+8610000000071');
  expect(await signIn('+8610000000071')).toBe(200);
  expect(await signIn('+8610000000070')).toBe('NotAuthorizedException');
  await expect(enter('clerk-zhang')).rejects.toThrow(/phone number/);
});

it('somebody signs up with a telephone number and a code, without a group, and is a resident and nothing else', async () => {
  const Username = '+8610000000072';
  await client.send(new SignUpCommand({ ClientId, Username, Password }));
  expect(await signIn(Username)).toBe('UserNotConfirmedException');
  await client.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: '123456' }));
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'signed-up-0001' };
  const body = JSON.stringify({ kind: 'help', category: 'water-leak', matter: '水管漏水', area: 'xuegong-linyuan' });
  expect(await signIn(Username, '/tickets', { method: 'POST', headers, body })).toBe(201);
  expect(await signIn(Username, '/desk/tickets')).toBe(403);
  expect(await signIn(Username, '/departments/water/tickets')).toBe(403);
  await expect(client.send(new SignUpCommand({ ClientId, Username, Password }))).rejects.toThrow(/exists/);
});

it('the pool asks for a code by text, and lets somebody in by one', async () => {
  const { UserPool } = await client.send(new DescribeUserPoolCommand({ UserPoolId }));
  expect(UserPool).toMatchObject({
    AutoVerifiedAttributes: ['phone_number'],
    SmsConfiguration: { ExternalId: expect.stringMatching(/./), SnsCallerArn: expect.stringMatching(/:role\//) },
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'SMS_OTP'] } },
    AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_phone_number', Priority: 1 }] },
  });
});

it('the page says how to sign up where one can, and leads to the issuer in the language of the person', async () => {
  const browser = await startBrowser();
  try {
    const page = await (await openWindow(browser, { viewport: { width: 320, height: 640 }, serviceWorkers: 'block' })).newPage();
    // As at a deployment with the pool's own page: here sample people sign in at a list of names, where nobody signs up.
    await page.route('**/pages/resident', async (route) => {
      const served = await route.fetch();
      const body = (await served.text()).replace('"signsUp":false', '"signsUp":true');
      await route.fulfill({ response: served, body });
    });
    await page.goto(`${api}/pages/resident#/mine`);
    const how = page.getByText('第一次用？怎么注册');
    await how.focus();
    await page.keyboard.press('Enter');
    await page.getByText('填手机号，前面要带国家区号，比如+86。').waitFor();
    expect(await isAsWideAsTheWindow(page)).toBe(true);
    await looksWell(page);
    await page.getByRole('main').getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: /^选择一个人登录/ }).waitFor();
    const asked = Object.fromEntries(new URL(page.url()).searchParams);
    expect(asked).toMatchObject({ lang: 'zh-CN', ui_locales: 'zh-CN', code_challenge_method: 'S256', response_type: 'code' });
  } finally {
    await browser.close();
  }
});
