import { describe, expect, it } from 'vitest';
import { readSettings } from '#infra/settings.ts';

const DOMAIN = {
  'pages-url': 'https://pages.example.cn',
  'pages-certificate': 'arn:aws:acm:us-east-1:123456789012:certificate/9308c2a1-9bc6-4cea-8290-6c0b4a6d38fa',
};

describe('settings of CloudFront', () => {
  const on = { 'content-delivery': 'true' };

  it.each([
    [{ 'content-delivery': 'yes' }, '-c content-delivery=yes is neither true nor false.'],
    [DOMAIN, '-c pages-url=… is the domain of CloudFront before the pages: add -c content-delivery=true.'],
    [{ ...on, 'pages-url': DOMAIN['pages-url'] }, 'needs both: -c pages-url=… and -c pages-certificate=….'],
    [{ ...on, 'pages-certificate': DOMAIN['pages-certificate'] }, 'needs both: -c pages-url=… and -c pages-certificate=….'],
    [{ ...on, ...DOMAIN, 'pages-url': 'https://a.cn/b' }, '-c pages-url=https://a.cn/b is not of the form https://pages.example'],
    [
      { ...on, ...DOMAIN, 'pages-certificate': 'arn:aws:acm:eu-central-1:123456789012:certificate/a' },
      'is not of the form arn:aws:acm:us-east-1:',
    ],
    [{ ...on, ...DOMAIN, 'public-url': 'https://pages.example.cn/' }, '-c pages-url=… needs another domain than -c public-url=…'],
    [{ ...on, local: 'http://127.0.0.1:4566' }, '-c content-delivery=true is only for AWS: a local AWS serves the pages'],
  ])('%j are refused in a sentence', (context, sentence) => expect(() => readSettings(context)).toThrow(sentence));

  it('take an address with a slash at its end, and a domain of the API beside it', () => {
    const { stage } = readSettings({
      ...on,
      ...DOMAIN,
      'pages-url': 'https://pages.example.cn/',
      'public-url': 'https://api.example.cn',
    });
    expect(stage.contentDelivery?.domain?.name).toBe('pages.example.cn');
  });

  it("are refused for China's regions, whatever tells the region", () => {
    const china = { ...on, issuer: 'https://login.example.cn', audience: 'hotline' };
    const sentence = "In China's regions CloudFront serves no domain without an ICP filing";
    expect(() => readSettings({ ...china, region: 'cn-north-1' })).toThrow(sentence);
    expect(() => readSettings(china, 'cn-northwest-1')).toThrow(sentence);
    expect(readSettings(china, 'ap-east-1').stage.contentDelivery).toEqual({});
  });
});
