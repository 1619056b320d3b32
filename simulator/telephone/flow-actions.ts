import type { Caller } from './caller.ts';
import { type FlowData, lookUp, needed, stringMap } from './flow-data.ts';
import type { ActionType, Parameters } from './known-actions.ts';
import { heardOf } from './ssml.ts';

/** What an action came to: it went well, an error of this type, a value that conditions are about; or the flow is over. */
export type Result = 'done' | 'over' | { error: string } | { value: string | undefined };

/** A contact, with its caller. */
export interface Contact {
  data: FlowData;
  caller: Caller;
  invoke(name: string, parameters: Record<string, string | null>): Promise<unknown>;
  /** The caller is recorded while the flow runs. */
  isRecorded: boolean;
  connectedToAgentAt?: string;
}

/** Nobody is given minutes for a key: they are for talking. */
const MESSAGE_SECONDS = 60;
/** What is stored as the customer's input when there was none. */
const NO_INPUT = 'Timeout';
/** Of a bot's settings, how many keys it takes. */
const MOST_KEYS = 'x-amz-lex:dtmf:max-length:*:*';
const LONGEST_SPEECH = 'x-amz-lex:audio:max-length-ms:*:*';

type Does = { [Type in ActionType]: (parameters: Parameters[Type]) => Result | Promise<Result> };

const say = ({ caller, data }: Contact, ssml: string): void => caller.hear(heardOf(needed(ssml, data)));

/** Values of a flow as they are now. */
const valuesOf = (named: Readonly<Record<string, string>>, data: FlowData): Record<string, string> =>
  Object.fromEntries(Object.entries(named).map(([name, value]) => [name, needed(value, data)]));

const listen = async (
  contact: Contact,
  { SSML, LexSessionAttributes = {} }: Parameters['ConnectParticipantWithLexBot'],
): Promise<Result> => {
  const { data, caller } = contact;
  data.lexAttributes = valuesOf(LexSessionAttributes, data);
  if (Number(data.lexAttributes[LONGEST_SPEECH] ?? 0) > 15_000) return { error: 'NoMatchingError' };
  say(contact, SSML);
  const most = data.lexAttributes[MOST_KEYS];
  const answer = await caller.answer({ what: 'words', ...(most !== undefined && { keys: Number(most) }) });
  if ('hangUp' in answer) return 'over';
  // The bot hands over what it understood, keys as well as words, and has no intent but that.
  if ('keys' in answer) data.lexAttributes.heard = answer.keys.replace(/#$/, '');
  if ('speech' in answer) data.lexAttributes.heard = answer.speech;
  return { error: 'NoMatchingCondition' };
};

const input = async (contact: Contact, action: Parameters['GetParticipantInput']): Promise<Result> => {
  say(contact, action.SSML);
  const isMessage = Number(action.InputTimeLimitSeconds) >= MESSAGE_SECONDS;
  const most = Number(action.InputValidation.CustomValidation.MaximumLength);
  const answer = await contact.caller.answer({ what: isMessage ? 'message' : 'keys', keys: most });
  if ('hangUp' in answer) return 'over';
  const { InputTerminationSequence: end = '#' } = action.DTMFConfiguration;
  // Where input is stored, that there was none is no error, but stands in it.
  contact.data.storedInput = 'keys' in answer ? (answer.keys.split(end)[0] ?? '') : NO_INPUT;
  return 'done';
};

const invoke = async (
  { data, ...contact }: Contact,
  { LambdaFunctionARN, LambdaInvocationAttributes = {} }: Parameters['InvokeLambdaFunction'],
): Promise<Result> => {
  const given = Object.entries(LambdaInvocationAttributes).map(([name, value]) => [name, lookUp(value, data) ?? null]);
  const failed = Symbol('failed');
  const answer = await contact.invoke(LambdaFunctionARN, Object.fromEntries(given)).catch(() => failed);
  if (answer === failed) return { error: 'NoMatchingError' };
  data.external = stringMap(answer);
  return 'done';
};

const transfer = async (
  { caller, data }: Contact,
  { ThirdPartyPhoneNumber }: Parameters['TransferParticipantToThirdParty'],
): Promise<Result> => {
  // No number of the form that can be rung.
  if (!/^\+\d{3,15}$/.test(needed(ThirdPartyPhoneNumber, data))) return { error: 'CallFailed' };
  const answer = await caller.answer({ what: 'agent' });
  if (!('agent' in answer)) return 'over';
  return answer.agent === 'completed' ? 'done' : { error: 'CallFailed' };
};

/** Whether an agent is there: it is asked once, and again each time that the flow looks for agents. */
const agentOf = ({ caller }: Contact) => {
  let agent: 'completed' | 'busy' | undefined;
  return {
    lookAgain: () => {
      agent = undefined;
    },
    is: async (): Promise<'completed' | 'busy' | 'hung-up'> => {
      const answer = agent ? { agent } : await caller.answer({ what: 'agent' });
      if (!('agent' in answer)) return 'hung-up';
      agent = answer.agent;
      return agent;
    },
  };
};

const queueActions = (contact: Contact): Pick<Does, 'CheckMetricData' | 'TransferContactToQueue'> => {
  const agent = agentOf(contact);
  return {
    CheckMetricData: async () => {
      agent.lookAgain();
      const is = await agent.is();
      return is === 'hung-up' ? 'over' : { value: is === 'completed' ? '1' : '0' };
    },
    // The flow ends here: the contact waits in the queue until an agent takes it, or the caller goes.
    TransferContactToQueue: async (): Promise<Result> => {
      if ((await agent.is()) === 'completed') contact.connectedToAgentAt = new Date().toISOString();
      return 'over';
    },
  };
};

const isSet = (value: string, { data }: Contact): Result => (needed(value, data) ? 'done' : { error: 'NoMatchingError' });

/** What each action does to a contact. */
export const actionsOn = (contact: Contact): Does => ({
  UpdateContactRecordingBehavior: ({ RecordingBehavior }) => {
    contact.isRecorded = RecordingBehavior.IVRRecordingBehavior === 'Enabled';
    return 'done';
  },
  UpdateContactAttributes: ({ Attributes }) => {
    Object.assign(contact.data.attributes, valuesOf(Attributes, contact.data));
    return 'done';
  },
  UpdateContactData: ({ LanguageCode }) => isSet(LanguageCode, contact),
  UpdateContactTextToSpeechVoice: ({ TextToSpeechVoice }) => isSet(TextToSpeechVoice, contact),
  InvokeLambdaFunction: (parameters) => invoke(contact, parameters),
  Compare: ({ ComparisonValue }) => ({ value: lookUp(ComparisonValue, contact.data) }),
  GetParticipantInput: (parameters) => input(contact, parameters),
  ConnectParticipantWithLexBot: (parameters) => listen(contact, parameters),
  MessageParticipant: ({ SSML }) => {
    say(contact, SSML);
    return 'done';
  },
  UpdateContactTargetQueue: () => 'done',
  TransferParticipantToThirdParty: (parameters) => transfer(contact, parameters),
  DisconnectParticipant: () => 'over',
  ...queueActions(contact),
});
