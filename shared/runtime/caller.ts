import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Caller, HttpContract, PersonRole } from '#contracts/http/http-contract.ts';
import { Refusal } from '#domain/errors.ts';
import { MOST_SUBJECT_LENGTH, personId } from '#domain/person-id.ts';
import { bearerClaims } from './bearer-token.ts';
import type { Middleware } from './lambda.ts';

/** A request of an HTTP API; behind the JWT authorizer it carries the token's claims. */
export type Authorised = APIGatewayProxyEventV2 & {
  requestContext: { authorizer?: { jwt?: { claims?: Record<string, unknown> } } };
};

/**
 * A list holds a group in each of its texts, and a text is one group: it is never split, for a group may hold any sign. Who
 * signed up has no claim, or an empty one. Throws Refusal `role-not-allowed` for a claim that is there and holds no text:
 * its issuer is set up wrongly, and nobody knows who this is.
 */
const groupsIn = (claim: unknown): string[] => {
  const held = Array.isArray(claim) ? claim : [claim ?? []].flat();
  const groups = held.filter((group) => typeof group === 'string');
  if (groups.length === 0 && held.length > 0) throw new Refusal('role-not-allowed');
  return groups;
};

const DEPARTMENT = 'department:';

/**
 * Who calls and in which role: the first of the operation's roles that the token's groups hold. Somebody whose token
 * names no group of ours is a resident, as everybody who signs up is: nothing puts residents into a group. A department's operations name it in their path
 * and want the group `department:<id>`; where the path names none, it is nobody's. Throws Refusal `unauthenticated`, `role-not-allowed`, `department-not-yours`.
 */
const callerOf = (
  event: Authorised,
  { roles: allowed, path }: Pick<HttpContract, 'roles' | 'path'>,
  groupsClaim: string,
): Caller => {
  const claims = bearerClaims(event.headers?.authorization, event.requestContext.authorizer?.jwt?.claims);
  const { iss: issuer, sub: subject } = claims;
  if (issuer === '' || subject === '' || subject.length > MOST_SUBJECT_LENGTH) throw new Refusal('unauthenticated');
  const id = personId({ issuer, subject });

  const groups = groupsIn(claims[groupsClaim]);
  const isDepartment = groups.some((group) => group.startsWith(DEPARTMENT));
  const isStaff = isDepartment || groups.includes('agent') || groups.includes('supervisor');
  const has = (role: PersonRole): boolean => {
    if (role === 'department') return isDepartment;
    return groups.includes(role) || (role === 'resident' && !isStaff);
  };
  // Somebody of two groups may do all that either may: a supervisor may do whatever an agent may.
  const role = has('supervisor') && allowed.includes('supervisor') ? 'supervisor' : allowed.find(has);
  if (!role) throw new Refusal('role-not-allowed');
  if (role !== 'department' || !path.includes('{department}')) return { id, role };

  const department = event.pathParameters?.department ?? '';
  if (!groups.includes(DEPARTMENT + department)) throw new Refusal('department-not-yours');
  return { id, role, department };
};

/** Finds out who calls, before anything else of the request is looked at. */
export const callerInRole = (
  contract: Pick<HttpContract, 'roles' | 'path'>,
  groupsClaim: string,
): Middleware<Authorised, { caller: Caller }> => ({
  before: ({ event, internal }) => {
    internal.caller = callerOf(event, contract, groupsClaim);
  },
});
