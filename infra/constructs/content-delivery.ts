import { Aws, Duration, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Construct } from 'constructs';
import { hashedFiles } from '#contracts/pages/page-routes.ts';
import type { ContentDelivery } from '#infra/stages.ts';
import { type Deployment, nameOf } from './deployment.ts';
import type { HotlineApi } from './hotline-api.ts';

/** The errors that CloudFront keeps for ten seconds if nobody says otherwise, whatever their headers say. */
const KEPT_ERRORS = [400, 403, 404, 405, 414, 500, 501, 502, 503, 504];

interface PagesDeliveryProps {
  deployment: Deployment;
  api: HotlineApi;
  domain: ContentDelivery['domain'];
}

/**
 * CloudFront before the pages and the API: one address for both, since a page asks only its own. It keeps the hashed files
 * alone, and for them it hands over no token, no cookie and no query: nothing that it keeps can belong to a person.
 */
export class PagesDelivery extends Construct {
  /** Where people open the pages, without a slash at its end. */
  readonly url: string;

  constructor(scope: Construct, id: string, { deployment, api, domain }: PagesDeliveryProps) {
    super(scope, id);
    // By TLS alone, as the API itself asks.
    const origin = new HttpOrigin(api.host);
    const viewerProtocolPolicy = ViewerProtocolPolicy.REDIRECT_TO_HTTPS;
    // The API answers no plain http, CloudFront does: browsers must not ask by it again. What the pages say themselves stands.
    const responseHeadersPolicy = ResponseHeadersPolicy.SECURITY_HEADERS;
    const distribution = new Distribution(this, 'Distribution', {
      comment: `Hotline: pages and API of ${nameOf(deployment)}`,
      defaultBehavior: {
        origin,
        viewerProtocolPolicy,
        responseHeadersPolicy,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        // The authorization with all else; API Gateway finds an API by the host.
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
      additionalBehaviors: {
        [hashedFiles]: {
          origin,
          viewerProtocolPolicy,
          responseHeadersPolicy,
          allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
          cachePolicy: this.byHeaders(deployment),
          compress: true,
        },
      },
      // Two people may ask for the same address and be answered differently, also when one of them is refused.
      errorResponses: KEPT_ERRORS.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
      httpVersion: HttpVersion.HTTP2_AND_3,
      // All but South America and Oceania.
      priceClass: PriceClass.PRICE_CLASS_200,
      ...(domain && {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificate),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
    });
    this.url = `https://${domain?.name ?? distribution.distributionDomainName}`;
    this.setAside(distribution, domain);
  }

  /** Keeps what the origin says for as long as it says, in each of its encodings, and nothing else. */
  private byHeaders(deployment: Deployment): CachePolicy {
    return new CachePolicy(this, 'HashedFiles', {
      // One name for all regions of an account.
      cachePolicyName: `${nameOf(deployment, 'hashed-files')}-${Aws.REGION}`,
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(365),
      headerBehavior: CacheHeaderBehavior.none(),
      cookieBehavior: CacheCookieBehavior.none(),
      queryStringBehavior: CacheQueryStringBehavior.none(),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    });
  }

  private setAside(distribution: Distribution, domain: ContentDelivery['domain']): void {
    Validations.of(distribution).acknowledge(
      { id: 'AwsSolutions-CFR1', reason: 'A daughter who works abroad reports what her parents at home can not.' },
      {
        id: 'AwsSolutions-CFR2',
        reason:
          'Each route of the API has a limit of its own, which holds behind CloudFront as before it; a firewall costs each month.',
      },
      {
        id: 'AwsSolutions-CFR3',
        reason:
          'Its log would keep addresses of people beside numbers of tickets; the access log of the API names routes, and has all but the hashed files.',
      },
    );
    if (domain) return;
    Validations.of(distribution).acknowledge({
      id: 'AwsSolutions-CFR4',
      reason:
        'At its own address CloudFront lets nobody choose the oldest TLS; a domain of the deployment takes 1.2 and newer alone.',
    });
  }
}
