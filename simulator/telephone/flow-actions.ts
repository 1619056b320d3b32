import type { Caller } from './caller.ts';
import type { ActionType, Parameters } from './contact-flow.ts';
import { type FlowData, lookUp, needed, stringMap } from './flow-data.ts';
import { heardOf } from './ssml.ts';

/** What an action came to: it went well, an error of this type, a value that conditions are about; or the flow is over. */
export type Result = 'done' | 'over' | { error: string } | { value: string | undefined };

/** A contact with whoever called. */
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

/** What each action does to a contact. */
export const actionsOn = (contact: Contact): Does => {
  const { data, caller } = contact;
  const say = (ssml: string): void => caller.hear(heardOf(needed(ssml, data)));
  const done = (): Result => 'done';
  let agent: 'completed' | 'busy' | undefined;

  const agentIs = async (): Promise<'completed' | 'busy' | 'hung-up'> => {
    const answer = agent ? { agent } : await caller.answer({ what: 'agent' });
    if (!('agent' in answer)) return 'hung-up';
    agent = answer.agent;
    return agent;
  };

  const listen = async ({ SSML, LexSessionAttributes = {} }: Parameters['ConnectParticipantWithLexBot']): Promise<Result> => {
    const given = Object.entries(LexSessionAttributes).map(([name, value]) => [name, needed(value, data)] as const);
    data.lexAttributes = Object.fromEntries(given);
    if (Number(data.lexAttributes[LONGEST_SPEECH] ?? 0) > 15_000) return { error: 'NoMatchingError' };
    say(SSML);
    const most = data.lexAttributes[MOST_KEYS];
    const answer = await caller.answer({ what: 'words', ...(most !== undefined && { keys: Number(most) }) });
    if ('hangUp' in answer) return 'over';
    // The bot hands over what it understood, keys as well as words, and has no intent but that.
    if ('keys' in answer) data.lexAttributes.heard = answer.keys.replace(/#$/, '');
    if ('speech' in answer) data.lexAttributes.heard = answer.speech;
    return { error: 'NoMatchingCondition' };
  };

  const input = async (action: Parameters['GetParticipantInput']): Promise<Result> => {
    say(action.SSML);
    const isMessage = Number(action.InputTimeLimitSeconds) >= MESSAGE_SECONDS;
    const most = Number(action.InputValidation.CustomValidation.MaximumLength);
    const answer = await caller.answer({ what: isMessage ? 'message' : 'keys', keys: most });
    if ('hangUp' in answer) return 'over';
    const { InputTerminationSequence: end = '#' } = action.DTMFConfiguration;
    // Where input is stored, that there was none is no error, but stands in it.
    data.storedInput = 'keys' in answer ? (answer.keys.split(end)[0] ?? '') : NO_INPUT;
    return 'done';
  };

  return {
    UpdateContactRecordingBehavior: ({ RecordingBehavior }) => {
      contact.isRecorded = RecordingBehavior.IVRRecordingBehavior === 'Enabled';
      return 'done';
    },
    UpdateContactAttributes: ({ Attributes }) => {
      const set = Object.entries(Attributes).map(([name, value]) => [name, needed(value, data)] as const);
      Object.assign(data.attributes, Object.fromEntries(set));
      return 'done';
    },
    UpdateContactData: ({ LanguageCode }) => (needed(LanguageCode, data) ? 'done' : { error: 'NoMatchingError' }),
    UpdateContactTextToSpeechVoice: (voice) => (needed(voice.TextToSpeechVoice, data) ? 'done' : { error: 'NoMatchingError' }),
    InvokeLambdaFunction: async ({ LambdaFunctionARN, LambdaInvocationAttributes = {} }) => {
      const given = Object.entries(LambdaInvocationAttributes).map(([name, value]) => [name, lookUp(value, data) ?? null]);
      const failed = Symbol('failed');
      const answer = await contact.invoke(LambdaFunctionARN, Object.fromEntries(given)).catch(() => failed);
      if (answer === failed) return { error: 'NoMatchingError' };
      data.external = stringMap(answer);
      return 'done';
    },
    Compare: ({ ComparisonValue }) => ({ value: lookUp(ComparisonValue, data) }),
    GetParticipantInput: input,
    ConnectParticipantWithLexBot: listen,
    MessageParticipant: ({ SSML }) => {
      say(SSML);
      return 'done';
    },
    UpdateContactTargetQueue: done,
    CheckMetricData: async () => {
      agent = undefined;
      const is = await agentIs();
      return is === 'hung-up' ? 'over' : { value: is === 'completed' ? '1' : '0' };
    },
    // The flow ends here: the contact waits in the queue until an agent takes it, or the caller goes.
    TransferContactToQueue: async (): Promise<Result> => {
      if ((await agentIs()) === 'completed') contact.connectedToAgentAt = new Date().toISOString();
      return 'over';
    },
    TransferParticipantToThirdParty: async ({ ThirdPartyPhoneNumber }) => {
      // No number of the form that can be rung.
      if (!/^\+\d{3,15}$/.test(needed(ThirdPartyPhoneNumber, data))) return { error: 'CallFailed' };
      const answer = await caller.answer({ what: 'agent' });
      if (!('agent' in answer)) return 'over';
      return answer.agent === 'completed' ? 'done' : { error: 'CallFailed' };
    },
    DisconnectParticipant: (): Result => 'over',
  };
};
