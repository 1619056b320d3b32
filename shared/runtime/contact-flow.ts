import type { ConnectContactFlowEvent, ConnectContactFlowResult } from 'aws-lambda';
import { lambda, type Middleware } from './lambda.ts';
import { type Log, log as standardLog } from './log.ts';
import { oneLogLine } from './one-log-line.ts';
import { answerInTime, type Within, withoutLimit } from './patience.ts';

/** A contact flow waits for 3 s; before it gives up, we answer ourselves. */
const PATIENCE_MILLISECONDS = 2300;

/** What a contact flow is answered, and what the log may say about it. */
export interface FlowAnswer {
  /** Flat, and all of it text: what the flow reads as `$.External.…`. */
  attributes: Record<string, string>;
  outcome: string;
  ticket?: string | undefined;
}

/** A function's own story of a contact flow: what it is asked, what it answers, and what when that fails. */
export interface ContactFlow<Heard> {
  /** Throws for an event that is none of a contact flow. */
  read(event: ConnectContactFlowEvent): Heard;
  answer(heard: Heard, correlationId: string): Promise<FlowAnswer>;
  /** Must not throw, and not take long. */
  apologise(heard: Heard, correlationId: string): Promise<FlowAnswer>;
}

/** What the flow gets are the attributes; the rest of the answer is for the log. */
const attributesOnly: Middleware = {
  after: (request) => {
    const { attributes, ...line } = request.response as FlowAnswer & { error?: unknown };
    Object.assign(request.internal.line, line);
    request.response = attributes;
  },
};

/**
 * Makes the Lambda of a contact flow of Amazon Connect. What fails once the event was understood is answered with the
 * flow's apology, since a person is on the line; only an event that is none of a contact flow throws.
 */
export const contactFlowFunction = <Heard>(
  operation: string,
  flow: ContactFlow<Heard>,
  {
    log = standardLog,
    patience = PATIENCE_MILLISECONDS,
    within = withoutLimit,
  }: { log?: Log; patience?: number; within?: Within } = {},
): ((event: ConnectContactFlowEvent) => Promise<ConnectContactFlowResult>) => {
  const about = ({ Details }: Partial<ConnectContactFlowEvent>) => ({
    operation,
    correlationId: Details?.ContactData?.ContactId,
  });
  const answer = async (event: ConnectContactFlowEvent): Promise<FlowAnswer> => {
    const heard = flow.read(event);
    const correlationId = event.Details.ContactData.ContactId;
    return answerInTime(
      patience,
      () => flow.answer(heard, correlationId),
      () => flow.apologise(heard, correlationId),
      within,
    );
  };
  return lambda(answer, [oneLogLine({ message: 'request', log, about }), attributesOnly]);
};
