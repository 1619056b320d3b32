import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { WebhookContract } from '#contracts/webhooks/webhook-contract.ts';
import { Refusal } from '#domain/errors.ts';
import { bytesOf, MOST_BODY_BYTES, readableBody } from './body.ts';
import { lambda, type Middleware } from './lambda.ts';
import { type Log, log as standardLog } from './log.ts';
import { oneLogLine } from './one-log-line.ts';
import { answerInTime, type Within, withoutLimit } from './patience.ts';
import { problemJson } from './problem-json.ts';

/** The function has 10 s, the provider waits for 15, but a person on the line for less: then we answer ourselves. */
const PATIENCE_MILLISECONDS = 4000;

/** A request of a provider. Nothing in it is to be believed before its signature was checked. */
export interface WebhookRequest {
  /** The public URL that the provider called, exactly: what it signed. */
  url: string;
  search: URLSearchParams;
  headers: Record<string, string | undefined>;
  /** The body as sent: what the provider signed. */
  bytes: Uint8Array;
  /** What can be read of it; what was lost on the way is U+FFFD, since nobody can be asked to say it again. */
  body: string;
  correlationId: string;
}

/** What a provider is answered, and what the log may say about it. */
export interface WebhookAnswer {
  contentType: string;
  body: string;
  outcome: string;
  ticket?: string | undefined;
}

/** A door's own story: whether to believe a request, what it says, what to answer, and what to answer when that fails. */
export interface Webhook<Heard> {
  isSigned(request: WebhookRequest): Promise<boolean>;
  /** Throws a Refusal for a request that can't be one of the provider's. */
  read(request: WebhookRequest): Heard;
  answer(heard: Heard, request: WebhookRequest): Promise<WebhookAnswer>;
  /** What is said when that failed; `heard` is only there when the request was signed. Must not throw, and not take long. */
  apologise(request: WebhookRequest, heard: Heard | undefined): Promise<WebhookAnswer>;
}

/** Gives the door the request as the provider signed it. */
const requestAsSigned = (publicUrl: string): Middleware<APIGatewayProxyEventV2 | WebhookRequest> => ({
  before: (request) => {
    const event = request.event as APIGatewayProxyEventV2;
    const { rawPath, rawQueryString, headers, requestContext } = event;
    const bytes = bytesOf(event);
    if (bytes.length > MOST_BODY_BYTES) throw new Refusal('body-too-large');
    request.event = {
      // API Gateway hands the path over decoded; what was signed was encoded.
      url: publicUrl.replace(/\/$/, '') + encodeURI(rawPath) + (rawQueryString ? `?${rawQueryString}` : ''),
      search: new URLSearchParams(rawQueryString),
      headers,
      bytes,
      body: readableBody(bytes),
      correlationId: requestContext.requestId,
    };
  },
});

/** Makes an HTTP answer of what the door says; what it says for the log goes to the line. */
const answerInItsFormat: Middleware = {
  after: (request) => {
    const { line } = request.internal;
    const { contentType, body, ...said } = request.response as WebhookAnswer & { error?: unknown };
    Object.assign(line, { status: 200 }, said);
    request.response = {
      statusCode: 200,
      headers: { 'content-type': contentType, 'cache-control': 'no-store', 'x-correlation-id': line.correlationId ?? '' },
      body,
    } satisfies APIGatewayProxyStructuredResultV2;
  },
};

interface WebhookOptions {
  publicUrl: string;
  log?: Log;
  patience?: number;
  within?: Within;
}

/**
 * Makes the Lambda of a provider's webhook: a wrong signature is refused before anything is read, and what else fails is
 * answered with the door's apology and status 200, since a person is on the line. One log line a call.
 */
export const webhookFunction = <Heard>(
  { name: operation }: WebhookContract,
  webhook: Webhook<Heard>,
  { publicUrl, log = standardLog, patience = PATIENCE_MILLISECONDS, within = withoutLimit }: WebhookOptions,
): ((event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>) => {
  const about = ({ requestContext }: APIGatewayProxyEventV2) => ({ operation, correlationId: requestContext.requestId });
  const answer = async (request: WebhookRequest): Promise<WebhookAnswer> => {
    let heard: Heard | undefined;
    const believed = async (): Promise<WebhookAnswer> => {
      if (!(await webhook.isSigned(request))) throw new Refusal('signature-invalid');
      heard = webhook.read(request);
      return webhook.answer(heard, request);
    };
    const apologise = async (error: unknown): Promise<WebhookAnswer> => {
      // What fails in the answer is ours, even if it is a Refusal: the provider's part was in order.
      if (error instanceof Refusal && heard === undefined) throw error;
      return webhook.apologise(request, heard);
    };
    return answerInTime(patience, believed, apologise, within);
  };
  return lambda(answer, [
    oneLogLine({ message: 'request', log, about }),
    problemJson,
    requestAsSigned(publicUrl),
    answerInItsFormat,
  ]);
};
