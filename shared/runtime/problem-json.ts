import { jsonAnswer } from './json-answer.ts';
import type { Middleware } from './lambda.ts';
import { problemOf, secondsUntilAgain } from './problem.ts';

/** Answers what is thrown as problem+json (RFC 9457), and says when to ask again where that helps. Only what is our own fault is shown to the log. */
export const problemJson: Middleware = {
  onError: (request) => {
    const { line } = request.internal;
    const correlationId = line.correlationId ?? '';
    const problem = problemOf(request.error, correlationId);
    line.status = problem.status;
    line.code = problem.code;
    if (problem.status >= 500) line.error = request.error;
    const seconds = secondsUntilAgain(request.error);
    const headers = {
      'content-type': 'application/problem+json',
      ...(seconds !== undefined && { 'retry-after': String(seconds) }),
    };
    request.response = jsonAnswer(problem.status, problem, { correlationId, headers });
  },
};
