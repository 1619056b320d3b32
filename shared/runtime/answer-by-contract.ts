import type { HttpContract } from '#contracts/http/http-contract.ts';
import { jsonAnswer } from './json-answer.ts';
import type { Middleware } from './lambda.ts';

interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** The ticket that an answer is about: the answer itself, or its `ticket`. */
const numberIn = (shown: unknown): string | undefined => {
  const { number, ticket } = shown as { number?: string; ticket?: { number?: string } };
  return number ?? ticket?.number;
};

/** Lets out what the contract names and no more; an answer that the contract does not allow is our fault. */
export const answerByContract = (contract: HttpContract): Middleware => ({
  after: (request) => {
    const { name, responses } = contract;
    const { line } = request.internal;
    const { status, body, headers } = request.response as Answer;
    const schema = responses[status];
    if (!schema) throw new Error(`${name} answers ${status}, which its contract does not know`);
    const shown = schema.parse(body);
    line.status = status;
    line.ticket = numberIn(shown) ?? line.ticket;
    request.response = jsonAnswer(status, shown, { correlationId: line.correlationId ?? '', headers });
  },
});
