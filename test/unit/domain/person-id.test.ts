import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_PERSON_ID_LENGTH, MOST_SUBJECT_LENGTH, personId } from '#domain/person-id.ts';

const issuer = fc.oneof(
  fc.webUrl(),
  fc.constantFrom('https://a.example', 'https://a.example/', 'https://A.example', 'https://a.example/realms/b', ''),
);
const subject = fc.string({ unit: 'binary', minLength: 1, maxLength: MOST_SUBJECT_LENGTH });

describe('the id of a person', () => {
  it('is the same for the same issuer and subject alone', () => {
    fc.assert(
      fc.property(issuer, subject, issuer, subject, (issuer, subject, otherIssuer, other) => {
        const isSame = issuer === otherIssuer && subject === other;
        expect(personId({ issuer, subject }) === personId({ issuer: otherIssuer, subject: other })).toBe(isSame);
        expect(personId({ issuer, subject })).toBe(personId({ issuer, subject }));
      }),
    );
  });

  it('is imitated by no subject of another issuer, not even by one that holds an id', () => {
    fc.assert(
      fc.property(issuer, issuer, fc.string({ maxLength: 200 }), (home, foreign, subject) => {
        fc.pre(home !== foreign);
        const id = personId({ issuer: home, subject });
        const [, code] = /@([^@]*)$/.exec(id) ?? [];
        for (const imitation of [id, `${subject}@${code}`, `${subject}@`, subject]) {
          expect(personId({ issuer: foreign, subject: imitation })).not.toBe(id);
        }
      }),
    );
  });

  it('shows the subject, and has a greatest length', () => {
    expect(personId({ issuer: 'https://login.example.cn', subject: '1001' })).toMatch(/^1001@[\w-]{22}$/);
    const longest = personId({ issuer: 'https://login.example.cn', subject: 's'.repeat(MOST_SUBJECT_LENGTH) });
    expect(longest).toHaveLength(MOST_PERSON_ID_LENGTH);
  });
});
