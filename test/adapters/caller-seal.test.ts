import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { secretCallerSeal } from '#adapters/caller-seal.ts';
import { memoryCallerSeal } from './memory/caller-seal.ts';
import { callerSealSuite } from './suites/caller-seal.ts';

callerSealSuite('memory', async () => memoryCallerSeal());
callerSealSuite('with the secret of the deployment', async () => {
  const secret = randomBytes(32).toString('hex');
  return secretCallerSeal(async () => secret);
});

it('what was sealed by this code is opened by later code', async () => {
  const seals = secretCallerSeal(async () => 'k'.repeat(64));
  const sealed = await seals.seal('x', 'twilio:CA1');
  expect(sealed).toMatch(/^caller\.1\.[\w-]{16}\.[\w-]{23}$/);
  expect(await seals.open(SEALED, 'twilio:CA1')).toBe('{"phone":"+8613807654321"}');
});

/** What lies in queues for two weeks. */
const SEALED = 'caller.1.d2g_O8C0ja_Rf9QS.qehBVnTyT52cThKkZL8GeC6a_pIqIY24YRQ3UJpoOPATzvjdXNJomN8d';
