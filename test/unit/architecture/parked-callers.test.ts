import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sources } from './tracked-files.ts';

const filesWith = (words: RegExp): string[] =>
  sources.filter((file) => /^(shared|functions)\//.test(file) && words.test(readFileSync(file, 'utf8'))).sort();

it('whatever sends to the queue of parked calls seals their callers', () => {
  const sends = filesWith(/PARKED_CALLS_QUEUE_URL/).filter((file) => file !== 'shared/ports/variables.ts');
  expect(sends).toEqual(['functions/take-message/index.ts', 'shared/adapters/later-adapters.ts']);
  for (const file of sends)
    expect([file, readFileSync(file, 'utf8')]).toEqual([file, expect.stringMatching(/park: sealedParking\(/)]);
});

it('messages that lie in plain have no field for a caller', () => {
  const messages = filesWith(/./).filter(
    (file) => file.startsWith('shared/contracts/messages/') && !file.endsWith('/parked-call.ts'),
  );
  expect(messages.length).toBeGreaterThan(3);
  expect(messages.filter((file) => /\b(phone|Telephone|Contact)\b/.test(readFileSync(file, 'utf8')))).toEqual([]);
});
