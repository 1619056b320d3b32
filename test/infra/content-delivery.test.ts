import { AwsSolutionsChecks } from 'cdk-nag';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operations } from '#contracts/http/operations.ts';
import { hashedFiles, pageAddresses } from '#contracts/pages/page-routes.ts';
import { webhooks } from '#contracts/webhooks/webhooks.ts';
import { shippedPages } from '#infra/bundle/shipped-pages.ts';
import { districtNamed } from '#infra/hotline-app.ts';
import { laws } from './laws.ts';
import { type Resource, synthesise } from './synthesised.ts';

const DOMAIN = {
  'pages-url': 'https://pages.example.cn',
  'pages-certificate': 'arn:aws:acm:us-east-1:123456789012:certificate/9308c2a1-9bc6-4cea-8290-6c0b4a6d38fa',
};
const DOORS = 'hotline-dev-example-doors';
/** CloudFront's own policies, which are the same in every account. */
const CACHES_NOTHING = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const ALL_BUT_THE_HOST = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

const without = synthesise({ district: 'example' });
const delivered = synthesise({ district: 'example', 'content-delivery': 'true' });
const atDomain = synthesise({ district: 'example', 'content-delivery': 'true', ...DOMAIN });

const ofType = (resources: readonly Resource[], type: string): Resource[] => resources.filter((one) => one.type === type);
const distributionIn = (resources: readonly Resource[]) => {
  const [distribution, ...others] = ofType(resources, 'AWS::CloudFront::Distribution');
  expect(others).toEqual([]);
  return distribution?.properties.DistributionConfig;
};
const outputsOf = ({ templates }: typeof delivered) => templates[DOORS].Outputs;

/** Whether CloudFront's pattern takes the path: a star stands for anything, slashes too. */
const takes = (pattern: string, path: string): boolean => {
  const literally = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literally.replaceAll('*', '.*')}$`).test(path);
};

describe('without -c content-delivery=true', () => {
  it('there is no CloudFront, and people open the pages at the address of the API', () => {
    expect(without.resources.filter(({ type }) => type.includes('CloudFront'))).toEqual([]);
    expect(synthesise({ district: 'example', 'content-delivery': 'false' }).templates).toEqual(without.templates);
    const { ApiUrl, PagesUrl } = outputsOf(without);
    expect(PagesUrl.Value['Fn::Join'][1].join('')).toBe(`${ApiUrl.Value['Fn::Join'][1].join('')}/`);
  });
});

describe('with -c content-delivery=true', () => {
  const { DefaultCacheBehavior: usual, CacheBehaviors: kept, ...distribution } = distributionIn(delivered.resources);

  it('nothing changes but where people open the pages, and where they may come back to', () => {
    const templates = structuredClone(delivered.templates);
    const doors = templates[DOORS];
    const added = Object.keys(doors.Resources).filter((id) => !without.templates[DOORS].Resources[id]);
    expect(added.map((id) => doors.Resources[id].Type).sort()).toEqual([
      'AWS::CloudFront::CachePolicy',
      'AWS::CloudFront::Distribution',
    ]);
    for (const id of added) delete doors.Resources[id];
    const was = without.templates[DOORS];
    const [client = ''] = Object.keys(was.Resources).filter((id) => was.Resources[id].Type === 'AWS::Cognito::UserPoolClient');
    for (const addresses of ['CallbackURLs', 'LogoutURLs']) {
      const now: unknown[] = doors.Resources[client].Properties[addresses];
      expect(now.slice(0, pageAddresses.length)).toEqual(was.Resources[client].Properties[addresses]);
      expect(now).toHaveLength(2 * pageAddresses.length);
      doors.Resources[client].Properties[addresses] = now.slice(0, pageAddresses.length);
    }
    doors.Outputs.PagesUrl = was.Outputs.PagesUrl;
    expect(templates).toEqual(without.templates);
  });

  it('people open the pages at its address, and may come back there after signing in and out', () => {
    const [{ id } = { id: '' }] = ofType(delivered.resources, 'AWS::CloudFront::Distribution');
    const addressOf = (path: string) => ({ 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': [id, 'DomainName'] }, path]] });
    expect(outputsOf(delivered).PagesUrl.Value).toEqual(addressOf('/'));
    const [client] = ofType(delivered.resources, 'AWS::Cognito::UserPoolClient');
    for (const addresses of [client?.properties.CallbackURLs, client?.properties.LogoutURLs])
      expect(addresses).toEqual(expect.arrayContaining(pageAddresses.map(addressOf)));
  });

  it('phone providers and programs keep the address of the API itself, which their signatures cover', () => {
    const names = ['ApiUrl', 'VoiceWebhookUrl', 'VoiceStatusUrl', 'VoiceFallbackUrl', 'JambonzWebhookUrl', 'JambonzStatusUrl'];
    for (const name of names) expect(outputsOf(delivered)[name], name).toEqual(outputsOf(without)[name]);
    for (const { properties } of ofType(delivered.resources, 'AWS::Lambda::Function'))
      expect(JSON.stringify(properties.Environment ?? {})).not.toMatch(/Distribution|cloudfront/i);
  });

  it('pages and API have one origin, which is asked by TLS 1.2 alone', () => {
    const [origin, ...others] = distribution.Origins;
    expect(others).toEqual([]);
    expect(JSON.stringify(origin.DomainName)).toContain('.execute-api.');
    expect(origin.CustomOriginConfig).toEqual({ OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] });
    expect([usual, ...kept].map(({ TargetOriginId }) => TargetOriginId)).toEqual([origin.Id, origin.Id]);
  });

  it('every method reaches the API, with the authorization and all that the browser says but the host, and nothing is kept', () => {
    expect(usual).toMatchObject({
      AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
      CachePolicyId: CACHES_NOTHING,
      OriginRequestPolicyId: ALL_BUT_THE_HOST,
      ViewerProtocolPolicy: 'redirect-to-https',
    });
  });

  it('what is kept is asked for without a token, a cookie or a query, so that it belongs to nobody', () => {
    const policies = ofType(delivered.resources, 'AWS::CloudFront::CachePolicy');
    for (const behaviour of kept) {
      const policy = policies.find(({ id }) => behaviour.CachePolicyId.Ref === id)?.properties.CachePolicyConfig;
      expect(policy).toMatchObject({
        MinTTL: 0,
        DefaultTTL: 0,
        ParametersInCacheKeyAndForwardedToOrigin: {
          HeadersConfig: { HeaderBehavior: 'none' },
          CookiesConfig: { CookieBehavior: 'none' },
          QueryStringsConfig: { QueryStringBehavior: 'none' },
          EnableAcceptEncodingGzip: true,
          EnableAcceptEncodingBrotli: true,
        },
      });
      expect(behaviour).not.toHaveProperty('OriginRequestPolicyId');
      expect(behaviour).toMatchObject({ AllowedMethods: ['GET', 'HEAD'], Compress: true });
    }
  });

  it('what may be kept for ever is kept, and neither another file nor an answer of the API', () => {
    const patterns: string[] = kept.map(({ PathPattern }: { PathPattern: string }) => PathPattern);
    expect(patterns).toEqual([hashedFiles]);
    const isKept = (path: string) => patterns.some((pattern) => takes(pattern, path));
    const { pageFiles } = shippedPages(districtNamed('example'));
    expect(Object.values(pageFiles).filter(({ immutable }) => immutable).length).toBeGreaterThan(0);
    for (const [name, { immutable }] of Object.entries(pageFiles)) expect(isKept(`/pages/${name}`), name).toBe(immutable);
    for (const path of ['/', ...pageAddresses]) expect(isKept(path), path).toBe(false);
    fc.assert(
      fc.property(fc.constantFrom(...operations, ...webhooks), fc.webSegment(), ({ path }, one) => {
        expect(isKept(path.replace(/\{[^}]+\}/g, one)), path).toBe(false);
      }),
    );
  });

  it('no refusal is kept: the same address may be refused to one person and answered to another', () => {
    const errors: { ErrorCode: number; ErrorCachingMinTTL: number; ResponsePagePath?: string }[] =
      distribution.CustomErrorResponses;
    // Those that CloudFront keeps without being asked to; 416 it only lists.
    expect(errors.map(({ ErrorCode }) => ErrorCode)).toEqual([400, 403, 404, 405, 414, 500, 501, 502, 503, 504]);
    for (const error of errors) expect(error).toEqual({ ErrorCode: error.ErrorCode, ErrorCachingMinTTL: 0 });
  });

  it('speaks HTTP/2 and 3, and its policy of caching has a name of this deployment', () => {
    expect(distribution).toMatchObject({ HttpVersion: 'http2and3', PriceClass: 'PriceClass_200', Enabled: true });
    const [policy] = ofType(delivered.resources, 'AWS::CloudFront::CachePolicy');
    expect(JSON.stringify(policy?.properties.CachePolicyConfig.Name)).toContain('hotline-dev-example-hashed-files');
  });

  it.each(Object.entries(laws))('%s', (_, law) => expect(law(delivered.resources)).toEqual([]));

  it.each([
    ['at its own address', delivered, ['CFR1', 'CFR2', 'CFR3', 'CFR4']],
    ['at a domain', atDomain, ['CFR1', 'CFR2', 'CFR3']],
  ])('%s it keeps the rules of AwsSolutions, but for those that are set aside with a reason', (_, { app }, aside) => {
    expect(new AwsSolutionsChecks().validateScope(app).violations).toEqual([]);
    const found = app.node.findAll().flatMap(({ node }) => node.metadata.flatMap(({ data }) => Object.entries(data ?? {})));
    const reasons = found.filter(([rule]) => /AwsSolutions-CFR/.test(rule));
    expect(reasons.map(([rule]) => /CFR\d/.exec(rule)?.[0]).sort()).toEqual(aside);
  });
});

describe('with a domain of its own', () => {
  it('it takes TLS 1.2 and newer alone, and people open the pages there', () => {
    const { Aliases, ViewerCertificate } = distributionIn(atDomain.resources);
    expect(Aliases).toEqual(['pages.example.cn']);
    expect(ViewerCertificate).toEqual({
      AcmCertificateArn: DOMAIN['pages-certificate'],
      MinimumProtocolVersion: 'TLSv1.2_2021',
      SslSupportMethod: 'sni-only',
    });
    expect(outputsOf(atDomain).PagesUrl.Value).toBe('https://pages.example.cn/');
    const [client] = ofType(atDomain.resources, 'AWS::Cognito::UserPoolClient');
    for (const path of pageAddresses) expect(client?.properties.CallbackURLs).toContain(`https://pages.example.cn${path}`);
  });
});
