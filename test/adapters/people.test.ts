import {
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
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
  const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName: 'people', AliasAttributes: ['phone_number'] }));
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

describe('people of the staff', () => {
  it('are entered once, with a password that they must change, and get more rights later', async () => {
    const first = await addPerson(pool, { name: 'sun', groups: ['agent'], fullName: '孙婷', phone: '+8610000000003' });
    expect(first).toEqual({ isNew: true, password: expect.stringMatching(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[-+!?]).{16}$/) });
    expect(await challengeOf('sun', first.password ?? '')).toBe('NEW_PASSWORD_REQUIRED');
    expect(await addPerson(pool, { name: 'sun', groups: ['supervisor', 'agent'] })).toEqual({ isNew: false });
    await addPerson(pool, { name: 'clerk', groups: ['department:water', 'department:power'] });
    expect(await listStaff(pool)).toEqual([
      { name: 'clerk', fullName: '', groups: ['department:power', 'department:water'] },
      { name: 'sun', fullName: '孙婷', groups: ['agent', 'supervisor'] },
    ]);
    const { UserAttributes = [] } = await pool.client.send(new AdminGetUserCommand({ UserPoolId: pool.id, Username: 'sun' }));
    const attributes = Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
    expect(attributes).toMatchObject({ phone_number: '+8610000000003', phone_number_verified: 'true' });
  });

  it('get a new password when it is asked for', async () => {
    const { password: before } = await addPerson(pool, { name: 'qian', groups: ['agent'] });
    const { isNew, password } = await addPerson(pool, { name: 'qian', groups: [], newPassword: true });
    expect([isNew, password === before]).toEqual([false, false]);
    expect(await challengeOf('qian', password ?? '')).toBe('NEW_PASSWORD_REQUIRED');
  });

  it('are not entered for a department that is not deployed', async () => {
    await expect(addPerson(pool, { name: 'ghost', groups: ['agent', 'department:ghosts'] })).rejects.toThrow(
      /no department:ghosts/,
    );
    expect((await listStaff(pool)).map(({ name }) => name)).not.toContain('ghost');
  });

  it('lose one of their rights, or are gone', async () => {
    await addPerson(pool, { name: 'liu', groups: ['agent', 'supervisor'] });
    expect(await removePerson(pool, { name: 'liu', groups: ['supervisor'] })).toEqual(['agent']);
    await expect(removePerson(pool, { name: 'liu', groups: ['supervisor'] })).rejects.toThrow(/not in supervisor, but in: agent/);
    expect(await removePerson(pool, { name: 'liu', groups: [] })).toBeUndefined();
    await expect(removePerson(pool, { name: 'liu', groups: [] })).rejects.toThrow(/Nobody of the name liu/);
    expect((await listStaff(pool)).map(({ name }) => name)).not.toContain('liu');
  });
});
