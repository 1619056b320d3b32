import { Aws, Lazy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type HttpRoute,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { HttpContract } from '#contracts/http/http-contract.ts';
import type { WebhookContract } from '#contracts/webhooks/webhook-contract.ts';
import type { Throttle } from '#infra/stages.ts';
import { ALARM_PERIOD, type Alarms } from './alarms.ts';
import { type Deployment, nameOf } from './deployment.ts';

/** Whose tokens open the doors. */
export interface TokenIssuer {
  issuer: string;
  audience: string;
}

// The route instead of the path, and no address: the log of who asked what is the functions', which know what may be said.
const ACCESS_LOG = {
  requestId: '$context.requestId',
  at: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  refusedBecause: '$context.authorizer.error',
  failedBecause: '$context.integrationErrorMessage',
};

/** The settings of one route; what they leave out is not taken from the stage. */
const settingsOf = ({ rate, burst }: Throttle) => ({
  DetailedMetricsEnabled: true,
  ThrottlingRateLimit: rate,
  ThrottlingBurstLimit: burst,
});

/** The HTTP API: every route asks for a token of the issuer, but for the webhooks, whose callers sign, and what is open. */
export class HotlineApi extends Construct {
  readonly http: HttpApi;
  /** Where the world reaches it, without a slash at its end. */
  readonly publicUrl: string;
  /** Where API Gateway itself serves it. */
  readonly host: string;
  readonly stage: HttpStage;
  private authorizer: IHttpRouteAuthorizer | undefined;
  private readonly throttles: Deployment['stage']['throttles'];
  /** The settings of each route, by its key. */
  private readonly settings: Record<string, ReturnType<typeof settingsOf>> = {};

  constructor(scope: Construct, id: string, { deployment, alarms }: { deployment: Deployment; alarms: Alarms }) {
    super(scope, id);
    const { stage, local } = deployment;
    this.throttles = stage.throttles;
    this.http = new HttpApi(this, 'Http', {
      apiName: nameOf(deployment, 'api'),
      description: 'The doors of the hotline: residents, desk, departments and phone providers',
      createDefaultStage: false,
    });
    const { apiId } = this.http;
    this.host = `${apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`;
    this.publicUrl = local?.publicUrl(apiId) ?? stage.publicUrl ?? `https://${this.host}`;

    // API Gateway may write to a group of this prefix without a policy for each group, of which an account has ten.
    const log = new LogGroup(this, 'AccessLog', {
      logGroupName: `/aws/vendedlogs/${nameOf(deployment, 'api')}`,
      retention: stage.logRetention,
      removalPolicy: deployment.removalOfNamed,
    });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.http,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: stage.throttles.api.rate, burstLimit: stage.throttles.api.burst },
      detailedMetricsEnabled: true,
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
    (this.stage.node.defaultChild as CfnStage).routeSettings = Lazy.any({ produce: () => this.settings });
    alarms.ring(this, 'ServerErrors', {
      name: 'api-answers-5xx',
      whatToDo: 'Somebody was answered 500 or more; the access log names the route, the log of its function the cause.',
      metric: this.stage.metricServerError({ period: ALARM_PERIOD, statistic: 'Sum' }),
      threshold: 1,
    });
  }

  /** Says whose tokens open the doors; before the first door is made. The client that they are for has to know the API's address. */
  openTo({ issuer, audience }: TokenIssuer): void {
    this.authorizer = new HttpJwtAuthorizer('Tokens', issuer, { jwtAudience: [audience] });
  }

  /** The routes of some contracts, which all lead to one function; their paths and methods stand there and nowhere else. */
  serve(contracts: readonly Pick<HttpContract, 'path' | 'method' | 'isOpen'>[], lambda: IFunction): void {
    // One permission for all routes of the API: a function finds the operation itself, and refuses a route that it has not.
    const integration = new HttpLambdaIntegration(lambda.node.path, lambda, { scopePermissionToRoute: false });
    const authorizer = this.authorizer;
    if (!authorizer) throw new Error('say whose tokens open the doors before making one');
    for (const { path, method, isOpen } of contracts) {
      const asks = isOpen ? new HttpNoneAuthorizer() : authorizer;
      const routes = this.http.addRoutes({ path, methods: [HttpMethod[method]], integration, authorizer: asks });
      this.throttle(routes, `${method} ${path}`, isOpen ? this.throttles.open : this.throttles.api);
      if (!isOpen) continue;
      for (const route of routes)
        Validations.of(route).acknowledge({
          id: 'AwsSolutions-APIG4',
          reason: 'Who has no account asks for a code here and shows it; all else is refused, and the route takes few requests.',
        });
    }
  }

  /** A door for a phone provider, who has no token; the function checks the signature. */
  serveWebhook({ path, method }: WebhookContract, lambda: IFunction): void {
    const integration = new HttpLambdaIntegration(`${method}${path}`, lambda);
    const routes = this.http.addRoutes({
      path,
      methods: [HttpMethod[method]],
      integration,
      authorizer: new HttpNoneAuthorizer(),
    });
    this.throttle(routes, `${method} ${path}`, this.throttles.phone);
    const [route] = routes;
    if (!route) return;
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'A phone provider has no token of ours; the function refuses what is not signed with the shared secret.',
    });
  }

  /** The pages, which are for everybody; what they show is behind the doors. They take what a route of the API takes. */
  servePages(pages: readonly { method: 'GET'; path: string }[], lambda: IFunction): void {
    const integration = new HttpLambdaIntegration('pages', lambda, { scopePermissionToRoute: false });
    for (const { path, method } of pages) {
      const routes = this.http.addRoutes({
        path,
        methods: [HttpMethod[method]],
        integration,
        authorizer: new HttpNoneAuthorizer(),
      });
      this.throttle(routes, `${method} ${path}`, this.throttles.api);
      for (const route of routes)
        Validations.of(route).acknowledge({
          id: 'AwsSolutions-APIG4',
          reason: 'The pages themselves are public: they show nothing of a ticket before somebody has signed in.',
        });
    }
  }

  /** Limits a route by itself. A stage is made after the routes that it has settings of: AWS refuses those of an unknown one. */
  private throttle(routes: readonly HttpRoute[], key: string, limit: Throttle): void {
    this.settings[key] = settingsOf(limit);
    this.stage.node.addDependency(...routes);
  }
}
