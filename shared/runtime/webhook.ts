import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { WebhookContract } from '#contracts/webhooks/webhook-contract.ts';
import { Refusal } from '#domain/errors.ts';
import { bodyOf } from './http.ts';
import { type Log, log as standardLog } from './log.ts';
import { within } from './patience.ts';
import { problemOf } from './problem.ts';

const MOST_BODY_BYTES = 64 * 1024;

/** The function has 10 s, the provider waits for 15: before either gives up, we say something ourselves. */
const PATIENCE_MILLISECONDS = 8000;

/** A request of a provider. Nothing in it is to be believed before its signature was checked. */
export interface WebhookRequest {
  /** The public URL that the provider called, exactly: what it signed. */
  url: string;
  search: URLSearchParams;
  headers: Record<string, string | undefined>;
  body: string;
  correlationId: string;
}

/** What a provider is told, and what the log may say about it. */
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

const requestOf = (event: APIGatewayProxyEventV2, publicUrl: string): WebhookRequest => {
  const { rawPath, rawQueryString, headers, requestContext } = event;
  if ((event.body?.length ?? 0) > MOST_BODY_BYTES) throw new Refusal('body-too-large');
  // API Gateway hands the path over decoded; what was signed was encoded.
  const url = publicUrl.replace(/\/$/, '') + encodeURI(rawPath) + (rawQueryString ? `?${rawQueryString}` : '');
  return {
    ...{ url, search: new URLSearchParams(rawQueryString), headers, body: bodyOf(event) },
    correlationId: requestContext.requestId,
  };
};

/**
 * Makes the Lambda of a provider's webhook: a wrong signature is refused before anything is read, and whatever else
 * fails is answered with the door's apology and status 200, since a person is on the line. One log line a call.
 */
export const webhookFunction = <Heard>(
  contract: WebhookContract,
  webhook: Webhook<Heard>,
  { publicUrl, log = standardLog, patience = PATIENCE_MILLISECONDS }: { publicUrl: string; log?: Log; patience?: number },
) => {
  /** The whole story; what fails in the answer is ours, even if it is a Refusal: the provider's part was in order. */
  const serve = async (request: WebhookRequest): Promise<WebhookAnswer & { error?: unknown }> => {
    let heard: Heard | undefined;
    const tell = async (): Promise<WebhookAnswer> => {
      if (!(await webhook.isSigned(request))) throw new Refusal('signature-invalid');
      heard = webhook.read(request);
      return webhook.answer(heard, request);
    };
    try {
      return await within(patience, tell());
    } catch (error) {
      if (error instanceof Refusal && heard === undefined) throw error;
      return { ...(await webhook.apologise(request, heard)), error };
    }
  };

  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const correlationId = event.requestContext.requestId;
    const started = Date.now();
    const done = (status: number, line: { code?: string; outcome?: string; ticket?: string | undefined; error?: unknown }) =>
      log('error' in line ? 'error' : 'info', 'request', {
        ...{ operation: contract.name, correlationId, status, milliseconds: Date.now() - started },
        ...line,
      });
    try {
      const { contentType, body, ...line } = await serve(requestOf(event, publicUrl));
      done(200, line);
      return {
        statusCode: 200,
        headers: { 'content-type': contentType, 'cache-control': 'no-store', 'x-correlation-id': correlationId },
        body,
      };
    } catch (thrown) {
      const problem = problemOf(thrown, correlationId);
      done(problem.status, { code: problem.code, ...(problem.status >= 500 && { error: thrown }) });
      return {
        statusCode: problem.status,
        headers: { 'content-type': 'application/problem+json', 'x-correlation-id': correlationId },
        body: JSON.stringify(problem),
      };
    }
  };
};
