import { describe, expect, it } from 'vitest';
import { checkEndpoint, localEnvironment } from '#local/endpoint.ts';

describe('the endpoint of a local AWS', () => {
  it('loses the slash at its end', () => {
    expect(checkEndpoint('http://127.0.0.1:4566/')).toBe('http://127.0.0.1:4566');
  });

  it.each([
    undefined,
    '',
    'localhost:4566',
    '4566',
    'https://sqs.us-east-1.amazonaws.com',
    'https://sqs.cn-north-1.amazonaws.com.cn',
  ])('is refused: %s', (address) => {
    expect(() => checkEndpoint(address)).toThrow();
  });

  it('is all that a program gets to see of AWS', () => {
    process.env.AWS_PROFILE = 'production';
    process.env.AWS_ENDPOINT_URL_SQS = 'https://sqs.us-east-1.amazonaws.com';
    const environment = localEnvironment('http://127.0.0.1:4566');
    delete process.env.AWS_PROFILE;
    delete process.env.AWS_ENDPOINT_URL_SQS;
    expect(
      Object.keys(environment)
        .filter((name) => name.startsWith('AWS_'))
        .sort(),
    ).toEqual([
      'AWS_ACCESS_KEY_ID',
      'AWS_CONFIG_FILE',
      'AWS_DEFAULT_REGION',
      'AWS_EC2_METADATA_DISABLED',
      'AWS_ENDPOINT_URL',
      'AWS_REGION',
      'AWS_SECRET_ACCESS_KEY',
      'AWS_SHARED_CREDENTIALS_FILE',
    ]);
    expect(environment.AWS_ENDPOINT_URL).toBe('http://127.0.0.1:4566');
  });
});
