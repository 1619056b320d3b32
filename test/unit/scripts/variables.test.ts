import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { writeStack } from '#local/stack-file.ts';
import { sampleStack } from './sample-stack.ts';

const folder = mkdtempSync(join(tmpdir(), 'variables-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('a shell gets all that the AWS CLI needs for the local AWS, and the tokens', async () => {
  const file = join(folder, 'stack.json');
  await writeStack(sampleStack, file);
  const lines = execFileSync(process.execPath, ['scripts/variables.ts', file], { encoding: 'utf8' });
  const shown = execFileSync('sh', ['-c', `${lines}\nenv`], { encoding: 'utf8', env: {} }).split('\n');
  expect(shown).toEqual(
    expect.arrayContaining([
      'AWS_ENDPOINT_URL=http://127.0.0.1:1',
      'AWS_REGION=us-east-1',
      'AWS_DEFAULT_REGION=us-east-1',
      'AWS_ACCESS_KEY_ID=test',
      'AWS_SECRET_ACCESS_KEY=test',
      'RESIDENT=token-of-li',
      'CLERK=token-of-wang',
      'DEPARTMENT=water',
    ]),
  );
});
