import { randomInt } from 'node:crypto';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  type CognitoIdentityProviderClient,
  paginateListGroups,
  paginateListUsersInGroup,
} from '@aws-sdk/client-cognito-identity-provider';
import { PlainFailure } from '#local/plain-failure.ts';

/** A user pool, and what talks to it. */
export interface Pool {
  client: CognitoIdentityProviderClient;
  id: string;
}

/** Somebody to enter. */
export interface NewPerson {
  /** By it they sign in: E.164. */
  phone: string;
  groups: readonly string[];
  fullName?: string | undefined;
  /** Also give a new password to who is there. */
  newPassword?: boolean;
}

/** What became of it: a password that was given, for the first sign-in only. */
export interface Entered {
  isNew: boolean;
  password?: string;
}

const SIGNS = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789', '-+!?'] as const;
const PASSWORD_LENGTH = 16;

/** Of every sort of sign, and of none that looks like another: somebody types it from paper, once. */
const firstPassword = (): string => {
  const oneOf = (signs: string): string => signs[randomInt(signs.length)] ?? '';
  const all = SIGNS.join('');
  const parts = [...SIGNS.map(oneOf), ...Array.from({ length: PASSWORD_LENGTH - SIGNS.length }, () => oneOf(all))];
  return parts
    .map((sign) => ({ sign, at: randomInt(2 ** 32) }))
    .sort((one, other) => one.at - other.at)
    .map(({ sign }) => sign)
    .join('');
};

const isOf = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

/** Every group of the pool, by its name. */
const groupsOf = async ({ client, id: UserPoolId }: Pool): Promise<string[]> => {
  const groups: string[] = [];
  for await (const { Groups = [] } of paginateListGroups({ client }, { UserPoolId })) {
    groups.push(...Groups.map(({ GroupName = '' }) => GroupName));
  }
  return groups;
};

/** An account of the pool, as far as it matters here; undefined where a number has none. */
const accountOf = async ({ client, id: UserPoolId }: Pool, Username: string) => {
  try {
    const { UserStatus, UserAttributes = [] } = await client.send(new AdminGetUserCommand({ UserPoolId, Username }));
    const isVerified = UserAttributes.some(({ Name, Value }) => Name === 'phone_number_verified' && Value === 'true');
    return { isUnconfirmed: UserStatus === 'UNCONFIRMED', isVerified };
  } catch (error) {
    if (isOf(error, 'UserNotFoundException')) return undefined;
    throw error;
  }
};

/**
 * Whether somebody has shown that the number is theirs. A stranger may have signed up with it, with a password of their own:
 * such a sign-up goes, so that it gets no rights and is in nobody's way. Throws a PlainFailure for an account that took the
 * number without showing it.
 */
const isTheirs = async (pool: Pool, Username: string): Promise<boolean> => {
  const account = await accountOf(pool, Username);
  if (account?.isUnconfirmed) {
    await pool.client.send(new AdminDeleteUserCommand({ UserPoolId: pool.id, Username }));
    return false;
  }
  if (account && !account.isVerified)
    throw new PlainFailure(
      `The account of ${Username} never showed that the number is its own: remove it first, if it is not theirs.`,
    );
  return account !== undefined;
};

const refuseUnknownGroups = async (pool: Pool, wanted: readonly string[]): Promise<void> => {
  const known = await groupsOf(pool);
  const unknown = wanted.filter((group) => !known.includes(group));
  if (unknown.length === 0) return;
  throw new PlainFailure(
    `This hotline has no ${unknown.join(' and no ')}. It has: ${known.toSorted().join(', ')}. A department gets its group when it is deployed.`,
  );
};

/**
 * Enters somebody, or gives more rights to who is there. Who is new gets a password that must be changed at the first
 * sign-in. Throws a PlainFailure for a group that the pool does not have, and then nothing is changed.
 */
export const addPerson = async (pool: Pool, { phone: Username, groups, ...person }: NewPerson): Promise<Entered> => {
  const { client, id: UserPoolId } = pool;
  await refuseUnknownGroups(pool, groups);
  const isNew = !(await isTheirs(pool, Username));
  const password = isNew || person.newPassword ? firstPassword() : undefined;
  if (isNew) {
    const UserAttributes = [
      ...(person.fullName === undefined ? [] : [{ Name: 'name', Value: person.fullName }]),
      { Name: 'phone_number', Value: Username },
      // Who enters somebody says that the number is theirs.
      { Name: 'phone_number_verified', Value: 'true' },
    ];
    const sent = { UserPoolId, Username, UserAttributes, TemporaryPassword: password };
    await client.send(new AdminCreateUserCommand({ ...sent, MessageAction: 'SUPPRESS' }));
  } else if (password !== undefined) {
    await client.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: password, Permanent: false }));
  }
  for (const GroupName of groups) await client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName }));
  return { isNew, ...(password !== undefined && { password }) };
};

/** Somebody of the staff, as they are listed. */
interface Listed {
  phone: string;
  fullName: string;
  groups: string[];
}

/** Everybody who is in a group of staff, with all of those groups, by number. */
export const listStaff = async (pool: Pool): Promise<Listed[]> => {
  const { client, id: UserPoolId } = pool;
  const staff = new Map<string, Listed>();
  for (const GroupName of (await groupsOf(pool)).filter((group) => group !== 'resident').sort()) {
    for await (const { Users = [] } of paginateListUsersInGroup({ client }, { UserPoolId, GroupName })) {
      for (const { Username = '', Attributes = [] } of Users) {
        const attribute = (name: string): string => Attributes.find(({ Name }) => Name === name)?.Value ?? '';
        const known = staff.get(Username) ?? { phone: attribute('phone_number'), fullName: attribute('name'), groups: [] };
        staff.set(Username, { ...known, groups: [...known.groups, GroupName] });
      }
    }
  }
  return [...staff.values()].sort((one, other) => (one.phone < other.phone ? -1 : 1));
};

/**
 * Takes somebody out of these groups; without groups, out of the pool. Gives the groups that are left; undefined for who is
 * gone. Throws a PlainFailure for who is not there, or is in none of the groups.
 */
export const removePerson = async (
  pool: Pool,
  { phone: Username, groups }: Pick<NewPerson, 'phone' | 'groups'>,
): Promise<string[] | undefined> => {
  const { client, id: UserPoolId } = pool;
  if (!(await accountOf(pool, Username)))
    throw new PlainFailure(`Nobody with the number ${Username} is there: npm run people -- list`);
  // No new token is given for those that they have; one that is out there opens doors for at most an hour.
  const signOut = (): Promise<unknown> => client.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username }));
  if (groups.length === 0) {
    await signOut();
    await client.send(new AdminDeleteUserCommand({ UserPoolId, Username }));
    return undefined;
  }
  const namesOf = async (): Promise<string[]> => {
    const { Groups = [] } = await client.send(new AdminListGroupsForUserCommand({ UserPoolId, Username }));
    return Groups.map(({ GroupName = '' }) => GroupName).sort();
  };
  const before = await namesOf();
  const absent = groups.filter((group) => !before.includes(group));
  if (absent.length > 0)
    throw new PlainFailure(`${Username} is not in ${absent.join(', ')}, but in: ${before.join(', ') || 'no group'}.`);
  for (const GroupName of groups) await client.send(new AdminRemoveUserFromGroupCommand({ UserPoolId, Username, GroupName }));
  await signOut();
  return namesOf();
};
