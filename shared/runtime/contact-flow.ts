import type { ConnectContactFlowEvent, ConnectContactFlowResult } from 'aws-lambda';
import { type Log, log as standardLog } from './log.ts';
import { within } from './patience.ts';

/** A contact flow waits for 3 s; before it gives up, we say something ourselves. */
const PATIENCE_MILLISECONDS = 2300;

/** What a contact flow is told, and what the log may say about it. */
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

/**
 * Makes the Lambda of a contact flow of Amazon Connect. Whatever fails once the event was understood is answered with the
 * flow's apology, since a person is on the line; only an event that is none of a contact flow throws.
 */
export const contactFlowFunction = <Heard>(
  operation: string,
  flow: ContactFlow<Heard>,
  { log = standardLog, patience = PATIENCE_MILLISECONDS }: { log?: Log; patience?: number } = {},
) => {
  return async (event: ConnectContactFlowEvent): Promise<ConnectContactFlowResult> => {
    const started = Date.now();
    const heard = flow.read(event);
    const correlationId = event.Details.ContactData.ContactId;
    const said = await within(patience, flow.answer(heard, correlationId)).catch(async (error: unknown) => ({
      ...(await flow.apologise(heard, correlationId)),
      error,
    }));
    const { attributes, ...line } = said;
    log('error' in line ? 'error' : 'info', 'request', {
      ...{ operation, correlationId, milliseconds: Date.now() - started },
      ...line,
    });
    return attributes;
  };
};
