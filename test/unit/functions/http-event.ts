import type { HttpContract } from '#contracts/http/http-contract.ts';
import type { Authorised } from '#runtime/caller.ts';
import { mergePatch } from '#simulator/sample-events/merge-patch.ts';
import { readSample } from '#simulator/sample-events/sample.ts';
import { claimsOfPerson, type Sent, httpEvent as wholeEvent } from '#simulator/sample-events/web-request.ts';
import { GROUPS_CLAIM, ISSUER } from './seeded-hotline.ts';

export type { Sent };

type Claims = Record<string, unknown>;

/** The claims in somebody's token, as the issuer writes them: groups are a list. */
export const claimsOf = (subject: string, groups?: unknown): Claims => ({
  sub: subject,
  iss: ISSUER,
  'cognito:username': subject,
  token_use: 'id',
  ...(groups !== undefined && { [GROUPS_CLAIM]: groups }),
});

const names = ['owner', 'otherResident', 'agent', 'supervisor', 'water', 'power'] as const;
export type PersonName = (typeof names)[number];

/** The people of the routes × roles table, as the samples know them; the owner is in no group, as people who sign up are. */
export const people = Object.fromEntries(names.map((name) => [name, claimsOfPerson(name)])) as Record<PersonName, Claims>;
delete people.owner[GROUPS_CLAIM];

/** What the sample that shows the usual request of an operation sends: `events/<operation>/ok-usual.json`. */
export const usualRequest = (operation: string): Sent => {
  const { params, query, headers, body } = readSample(`events/${operation}/ok-usual.json`);
  return { params, query, headers, body };
};

/** The event that an HTTP API hands to the function of an operation; without claims nobody was signed in. */
export const httpEvent = (contract: Pick<HttpContract, 'method' | 'path'>, sent: Sent, claims?: Claims): Authorised =>
  mergePatch(wholeEvent(contract, sent, claims), { requestContext: { requestId: 'Test0request=' } }) as Authorised;
