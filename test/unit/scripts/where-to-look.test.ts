import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whereToLook } from '#scripts/redrive/where.ts';

const NAMES = ['AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_SQS'];

describe('the real AWS', () => {
  beforeEach(() => {
    for (const name of NAMES) vi.stubEnv(name, undefined);
  });
  afterEach(() => vi.unstubAllEnvs());

  const region = async (): Promise<string> => whereToLook({ local: false, aws: true }).clients.queues.config.region();

  it('is in the region of AWS_DEFAULT_REGION when there is no AWS_REGION', async () => {
    vi.stubEnv('AWS_DEFAULT_REGION', 'cn-north-1');
    expect(await region()).toBe('cn-north-1');
  });

  it('is in the region of AWS_REGION before that', async () => {
    vi.stubEnv('AWS_DEFAULT_REGION', 'cn-north-1');
    vi.stubEnv('AWS_REGION', 'cn-northwest-1');
    expect(await region()).toBe('cn-northwest-1');
  });

  it('is not meant while AWS_ENDPOINT_URL names another one', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:1');
    expect(() => whereToLook({ local: false, aws: true })).toThrow(/AWS_ENDPOINT_URL names another one/);
  });
});
