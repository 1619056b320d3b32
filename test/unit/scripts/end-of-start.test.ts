import { expect, it } from 'vitest';
import { isBootstrapped } from '#local/deployed-resources.ts';
import { addressesOf } from '#scripts/start/addresses.ts';
import { playSampleDay } from '#simulator/sample-day/play-sample-day.ts';
import { sampleStack } from './sample-stack.ts';

it('shows the line that sets the tokens, and no token', () => {
  const lines = addressesOf(sampleStack).split('\n');
  expect(lines).toContain('eval "$(npm run --silent variables)"');
  expect(lines.filter((line) => line.includes('token-of-'))).toEqual([]);
});

it('says that a district has no sample day', async () => {
  expect(await playSampleDay({ ...sampleStack, district: 'nowhere' })).toMatch(/^The district nowhere has no sample day/);
});

it('says what to do when AWS_ENDPOINT_URL leads nowhere', async () => {
  await expect(isBootstrapped(sampleStack.endpoint)).rejects.toThrow(/run unset AWS_ENDPOINT_URL/);
});
