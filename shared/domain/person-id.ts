import { createHash } from 'node:crypto';

/** OpenID Connect gives a subject no more characters. */
export const MOST_SUBJECT_LENGTH = 255;

/** 128 bits of SHA-256, as base64url: no two issuers have the same. */
const CODE_LENGTH = 22;

const codeOf = (issuer: string): string => createHash('sha256').update(issuer).digest('base64url').slice(0, CODE_LENGTH);

/** No id of a person is longer: the subject, an @, and the issuer's code. */
export const MOST_PERSON_ID_LENGTH = MOST_SUBJECT_LENGTH + 1 + CODE_LENGTH;

/**
 * The id of a person: `<subject>@<code of the issuer>`. A subject is unique at its issuer alone, so after a change of the
 * issuer the same subject is another person. The subject stays readable, so that an operator finds the account; the code
 * has one length and no @, so that no subject can imitate another issuer.
 */
export const personId = ({ issuer, subject }: { issuer: string; subject: string }): string => `${subject}@${codeOf(issuer)}`;
