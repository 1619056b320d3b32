import { randomUUID } from 'node:crypto';
import type { ConnectContactFlowEvent } from 'aws-lambda';
import { type Action, readFlow, type Transitions } from './contact-flow.ts';
import { actionsOn, type Contact, type Result } from './flow-actions.ts';
import { holds, nothingYet } from './flow-data.ts';
import type { ActionType } from './known-actions.ts';
import { CALLED, type Carried, MOST_STEPS, type PhoneProvider } from './provider.ts';
import { recordingOfSilence } from './silence.ts';

/** What the stand-in needs of an instance. */
export interface ConnectInstance {
  /** The contact flow's content, with the names of the functions where their ARNs will be. */
  flow: string;
  /** The function that EventBridge invokes when a contact has ended. */
  endFunction: string;
}

const ACCOUNT = '000000000000';
const INSTANCE = `arn:aws:connect:us-east-1:${ACCOUNT}:instance/9308c2a1-9bc6-4cea-8290-6c0b4a6d38fa`;

/** A flow does many things between two questions. */
const MOST_ACTIONS = MOST_STEPS * 12;

const afterError = ({ Errors = [] }: Transitions, error: string): string | undefined =>
  (Errors.find(({ ErrorType }) => ErrorType === error) ?? Errors.find(({ ErrorType }) => ErrorType === 'NoMatchingError'))
    ?.NextAction;

const afterValue = (transitions: Transitions, value: string | undefined): string | undefined => {
  const met = transitions.Conditions?.find(
    ({ Condition: { Operator, Operands } }) => value !== undefined && holds(Operator, value, Operands[0]),
  );
  return met?.NextAction ?? afterError(transitions, 'NoMatchingCondition');
};

const leadsTo = (transitions: Transitions, result: Result): string | undefined => {
  if (typeof result === 'string') return transitions.NextAction;
  return 'error' in result ? afterError(transitions, result.error) : afterValue(transitions, result.value);
};

/** Where an action leads to, once it is done. */
const nextAfter = ({ Identifier, Transitions }: Action, result: Result): string => {
  const next = leadsTo(Transitions, result);
  if (next === undefined) throw new Error(`${Identifier} says nothing of what is next after ${JSON.stringify(result)}`);
  return next;
};

/** Carries a flow out until it, the caller or the agent ends the call. */
const run = async (flow: string, contact: Contact): Promise<void> => {
  const { start, actions } = readFlow(flow);
  const does = actionsOn(contact) as Record<ActionType, (parameters: Record<string, unknown>) => Result | Promise<Result>>;
  let at = start;
  for (let count = 0; count < MOST_ACTIONS; count += 1) {
    const action = actions.get(at);
    if (!action) throw new Error(`there is no action ${at}`);
    const result = await does[action.Type](action.Parameters);
    if (result === 'over') return;
    at = nextAfter(action, result);
  }
  throw new Error('the flow goes in circles');
};

/** The data of a contact that a flow hands to a function. */
const contactData = (id: string, from: string, attributes: Record<string, string>) =>
  ({
    Attributes: { ...attributes },
    Channel: 'VOICE',
    ContactId: id,
    InitialContactId: id,
    PreviousContactId: id,
    InitiationMethod: 'INBOUND',
    InstanceARN: INSTANCE,
    Queue: null,
    CustomerEndpoint: { Address: from, Type: 'TELEPHONE_NUMBER' },
    SystemEndpoint: { Address: CALLED, Type: 'TELEPHONE_NUMBER' },
    MediaStreams: { Customer: { Audio: null } },
  }) satisfies ConnectContactFlowEvent['Details']['ContactData'];

/** The event that EventBridge publishes when a contact has ended. */
const disconnected = (id: string, began: string, connectedToAgentAt: string | undefined) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Amazon Connect Contact Event',
  source: 'aws.connect',
  account: ACCOUNT,
  time: new Date().toISOString(),
  region: 'us-east-1',
  resources: [`${INSTANCE}/contact/${id}`],
  detail: {
    eventType: 'DISCONNECTED',
    contactId: id,
    channel: 'VOICE',
    instanceArn: INSTANCE,
    initiationMethod: 'INBOUND',
    initiationTimestamp: began,
    disconnectTimestamp: new Date().toISOString(),
    ...(connectedToAgentAt && {
      agentInfo: { agentArn: `${INSTANCE}/agent/1`, connectedToAgentTimestamp: connectedToAgentAt },
    }),
  },
});

/** Amazon Connect with the hotline's contact flow, for as much of both as a call needs. */
export const connectLine = ({ flow, endFunction }: ConnectInstance): PhoneProvider => ({
  newId: randomUUID,
  carry: async ({ id, from, caller, wires }: Carried) => {
    const began = new Date().toISOString();
    const data = nothingYet();
    const invoke = (name: string, parameters: Record<string, string | null>) => {
      const Details = { ContactData: contactData(id, from, data.attributes), Parameters: parameters };
      return wires.invoke(name, { Details, Name: 'ContactFlowEvent' });
    };
    const contact: Contact = { data, caller, invoke, isRecorded: false };
    await run(flow, contact);
    await wires.invoke(endFunction, disconnected(id, began, contact.connectedToAgentAt));
    if (!contact.isRecorded) return;
    const [day = '', time = ''] = began.split('T');
    const name = `${id}_${day.replaceAll('-', '')}T${time.slice(0, 5)}_UTC.wav`;
    await wires.keep(`incoming/connect/ivr/${day.replaceAll('-', '/')}/${name}`, recordingOfSilence());
  },
});
