import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '#local/emulator.ts';
import { localClientConfig } from '#local/endpoint.ts';
import { addPerson, listStaff, type Pool, removePerson } from '#scripts/people/staff.ts';

let emulator: Emulator;
let pool: Pool;
let clientId = '';

beforeAll(async () => {
  emulator = await startEmulator();
  const client = new CognitoIdentityProviderClient(localClientConfig(emulator.endpoint));
  const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName: 'people', UsernameAttributes: ['phone_number'] }));
  const UserPoolId = UserPool?.Id ?? '';
  for (const GroupName of ['resident', 'agent', 'supervisor', 'department:water', 'department:power'])
    await client.send(new CreateGroupCommand({ UserPoolId, GroupName }));
  const app = { UserPoolId, ClientName: 'app', ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH' as const] };
  clientId = (await client.send(new CreateUserPoolClientCommand(app))).UserPoolClient?.ClientId ?? '';
  pool = { client, id: UserPoolId };
});
afterAll(() => emulator?.stop());

const challengeOf = async (USERNAME: string, PASSWORD: string): Promise<string | undefined> => {
  const AuthParameters = { USERNAME, PASSWORD };
  const asked = { UserPoolId: pool.id, ClientId: clientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' as const, AuthParameters };
  return (await pool.client.send(new AdminInitiateAuthCommand(asked))).ChallengeName;
};

/** Numbers that nobody has. */
const [sun, clerk, qian, ghost, liu, zhao, wei] = Array.from({ length: 7 }, (_, n) => `+861000000008${n}`) as [
  ...[string, string, string, string, string, string, string],
];

describe('people of the staff', () => {
  it('are entered once, with a password that they must change, and get more rights later', async () => {
    const first = await addPerson(pool, { phone: sun, groups: ['agent'], fullName: '孙婷' });
    expect(first).toEqual({ isNew: true, password: expect.stringMatching(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[-+!?]).{16}$/) });
    expect(await challengeOf(sun, first.password ?? '')).toBe('NEW_PASSWORD_REQUIRED');
    expect(await addPerson(pool, { phone: sun, groups: ['supervisor', 'agent'] })).toEqual({ isNew: false });
    await addPerson(pool, { phone: clerk, groups: ['department:water', 'department:power'] });
    expect(await listStaff(pool)).toEqual([
      { phone: sun, fullName: '孙婷', groups: ['agent', 'supervisor'] },
      { phone: clerk, fullName: '', groups: ['department:power', 'department:water'] },
    ]);
    const { UserAttributes = [] } = await pool.client.send(new AdminGetUserCommand({ UserPoolId: pool.id, Username: sun }));
    const attributes = Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
    expect(attributes).toMatchObject({ phone_number: sun, phone_number_verified: 'true' });
  });

  it('get a new password when it is asked for', async () => {
    const { password: before } = await addPerson(pool, { phone: qian, groups: ['agent'] });
    const { isNew, password } = await addPerson(pool, { phone: qian, groups: [], newPassword: true });
    expect([isNew, password === before]).toEqual([false, false]);
    expect(await challengeOf(qian, password ?? '')).toBe('NEW_PASSWORD_REQUIRED');
  });

  it('are not entered for a department that is not deployed', async () => {
    await expect(addPerson(pool, { phone: ghost, groups: ['agent', 'department:ghosts'] })).rejects.toThrow(
      /no department:ghosts/,
    );
    expect((await listStaff(pool)).map(({ phone }) => phone)).not.toContain(ghost);
  });

  it('lose one of their rights, or are gone', async () => {
    await addPerson(pool, { phone: liu, groups: ['agent', 'supervisor'] });
    expect(await removePerson(pool, { phone: liu, groups: ['supervisor'] })).toEqual(['agent']);
    await expect(removePerson(pool, { phone: liu, groups: ['supervisor'] })).rejects.toThrow(/not in supervisor, but in: agent/);
    expect(await removePerson(pool, { phone: liu, groups: [] })).toBeUndefined();
    await expect(removePerson(pool, { phone: liu, groups: [] })).rejects.toThrow(/Nobody with the number \+861000000008/);
    expect((await listStaff(pool)).map(({ phone }) => phone)).not.toContain(liu);
  });

  it('get no rights by a sign-up of somebody else with their number, and are not kept out by it', async () => {
    const Password = 'Aa1!-of-a-stranger-0123456789';
    await pool.client.send(new SignUpCommand({ ClientId: clientId, Username: zhao, Password }));
    const { isNew, password } = await addPerson(pool, { phone: zhao, groups: ['agent'] });
    expect(isNew).toBe(true);
    await expect(challengeOf(zhao, Password)).rejects.toThrow(/Incorrect/);
    expect(await challengeOf(zhao, password ?? '')).toBe('NEW_PASSWORD_REQUIRED');
  });

  it('are not who took the number without showing that it is theirs', async () => {
    const sent = { UserPoolId: pool.id, Username: wei, MessageAction: 'SUPPRESS' as const };
    await pool.client.send(new AdminCreateUserCommand({ ...sent, TemporaryPassword: 'Aa1!-test-only-0123456789' }));
    await expect(addPerson(pool, { phone: wei, groups: ['agent'] })).rejects.toThrow(/never showed/);
    expect((await listStaff(pool)).map(({ phone }) => phone)).not.toContain(wei);
  });
});
