import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FLOW_ACTS } from '#channels/connect/attributes.ts';
import { catalogueOf } from '#domain/calls/words/catalogues.ts';

/*
 * The flow is held against what Amazon Connect's public documentation says of its flow language
 * (docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html and the page of each action).
 */

interface Action {
  Identifier: string;
  Type: string;
  Parameters: Record<string, unknown>;
  Transitions: {
    NextAction?: string;
    Conditions?: { NextAction: string; Condition: { Operator: string; Operands: string[] } }[];
    Errors?: { NextAction: string; ErrorType: string }[];
  };
}

const text = readFileSync(new URL('../../infra/connect/contact-flow.json', import.meta.url), 'utf8');
const flow = JSON.parse(text) as { Version: string; StartAction: string; Actions: Action[] };
const actions = new Map(flow.Actions.map((action) => [action.Identifier, action]));
const ofType = (type: string): Action[] => flow.Actions.filter((action) => action.Type === type);
const targets = ({ Transitions: { NextAction, Conditions = [], Errors = [] } }: Action): string[] => [
  ...(NextAction === undefined ? [] : [NextAction]),
  ...[...Conditions, ...Errors].map((one) => one.NextAction),
];
const reachableFrom = (start: string, next: (id: string) => string[]): Set<string> => {
  const seen = new Set([start]);
  for (const id of seen) for (const to of next(id)) seen.add(to);
  return seen;
};
const targetsOf = (id: string): string[] => targets(actions.get(id) as Action);

/** Each type of action that we use, with the parameters that it may have and the errors that must lead somewhere, and no others. */
const DOCUMENTED: Record<string, { parameters: string[]; errors: string[] }> = {
  UpdateContactRecordingBehavior: { parameters: ['RecordingBehavior', 'AnalyticsBehavior'], errors: [] },
  UpdateContactAttributes: { parameters: ['Attributes', 'TargetContact'], errors: ['NoMatchingError'] },
  UpdateContactData: { parameters: ['LanguageCode', 'TargetContact'], errors: ['NoMatchingError'] },
  UpdateContactTextToSpeechVoice: {
    parameters: ['TextToSpeechVoice', 'TextToSpeechEngine', 'TextToSpeechStyle'],
    errors: ['NoMatchingError'],
  },
  InvokeLambdaFunction: {
    parameters: [
      ...['LambdaFunctionARN', 'InvocationTimeLimitSeconds', 'InvocationType'],
      ...['LambdaInvocationAttributes', 'ResponseValidation'],
    ],
    errors: ['NoMatchingError'],
  },
  Compare: { parameters: ['ComparisonValue'], errors: ['NoMatchingCondition'] },
  GetParticipantInput: {
    parameters: ['SSML', 'StoreInput', 'InputTimeLimitSeconds', 'InputValidation', 'DTMFConfiguration'],
    // Input is stored: there is nothing that may fail to match, and silence is stored too.
    errors: ['NoMatchingError'],
  },
  ConnectParticipantWithLexBot: {
    parameters: ['SSML', 'LexV2Bot', 'LexSessionAttributes'],
    errors: ['InputTimeLimitExceeded', 'NoMatchingError', 'NoMatchingCondition'],
  },
  MessageParticipant: { parameters: ['SSML'], errors: ['NoMatchingError'] },
  UpdateContactTargetQueue: { parameters: ['QueueId', 'AgentId'], errors: ['NoMatchingError'] },
  CheckMetricData: { parameters: ['MetricType', 'QueueId', 'AgentId'], errors: ['NoMatchingError', 'NoMatchingCondition'] },
  TransferContactToQueue: { parameters: [], errors: ['QueueAtCapacity', 'NoMatchingError'] },
  TransferParticipantToThirdParty: {
    parameters: ['ThirdPartyPhoneNumber', 'ThirdPartyConnectionTimeLimitSeconds', 'ContinueFlowExecution'],
    errors: ['CallFailed', 'ConnectionTimeLimitExceeded', 'NoMatchingError'],
  },
  DisconnectParticipant: { parameters: [], errors: [] },
};

describe('the contact flow', () => {
  it('is of the language’s one version, and within its limits', () => {
    expect(flow.Version).toBe('2019-10-30');
    expect(text.length).toBeLessThan(256_000);
    expect(actions.size).toBe(flow.Actions.length);
    for (const { Identifier } of flow.Actions) expect(Identifier).toMatch(/^[a-z-]{1,50}$/);
  });

  it('is made of documented actions, their parameters, and their errors', () => {
    for (const { Identifier, Type, Parameters, Transitions } of flow.Actions) {
      const documented = DOCUMENTED[Type];
      expect(documented, `${Identifier} is ${Type}`).toBeDefined();
      expect(documented?.parameters, Identifier).toEqual(expect.arrayContaining(Object.keys(Parameters)));
      const handled = (Transitions.Errors ?? []).map(({ ErrorType }) => ErrorType).sort();
      expect(handled, Identifier).toEqual([...(documented?.errors ?? [])].sort());
    }
    for (const used of Object.keys(DOCUMENTED)) expect(ofType(used), used).not.toEqual([]);
  });

  it('leads to actions that exist, and to all of them', () => {
    for (const action of flow.Actions) for (const to of targets(action)) expect(actions.has(to), to).toBe(true);
    expect([...reachableFrom(flow.StartAction, targetsOf)].sort()).toEqual([...actions.keys()].sort());
  });

  it('says of every action but the last where it goes on, as Connect asks before it takes a flow', () => {
    for (const { Identifier, Type, Transitions } of flow.Actions) {
      expect(Transitions.NextAction !== undefined, Identifier).toBe(Type !== 'DisconnectParticipant');
    }
    for (const { Transitions } of ofType('Compare')) expect(Transitions.NextAction).toBe(Transitions.Errors?.[0]?.NextAction);
  });

  it('can end from wherever it is, and ends nowhere but where it hangs up', () => {
    for (const action of flow.Actions) {
      expect(targets(action).length > 0, action.Identifier).toBe(action.Type !== 'DisconnectParticipant');
      expect(reachableFrom(action.Identifier, targetsOf), action.Identifier).toContain('end');
    }
  });

  it('goes round only past a function or the caller, so that it can’t spin', () => {
    const pauses = ['InvokeLambdaFunction', 'GetParticipantInput', 'ConnectParticipantWithLexBot'];
    const onward = (id: string): string[] => (pauses.includes(actions.get(id)?.Type ?? '') ? [] : targetsOf(id));
    for (const { Identifier, Type } of flow.Actions) {
      if (pauses.includes(Type)) continue;
      const further = new Set(targetsOf(Identifier).flatMap((to) => [...reachableFrom(to, onward)]));
      expect(further, Identifier).not.toContain(Identifier);
    }
  });

  it('has a branch for everything that the functions can tell it to do, and an apology for what it does not know', () => {
    const branch = actions.get('branch')?.Transitions;
    const operands = branch?.Conditions?.map(({ Condition }) => Condition.Operands[0]);
    expect(operands?.sort()).toEqual([...FLOW_ACTS].sort());
    expect(branch?.Errors?.[0]?.NextAction).toBe('apology-voice');
  });

  it('compares one value with one that is not empty', () => {
    for (const { Transitions } of [...ofType('Compare'), ...ofType('CheckMetricData')]) {
      for (const { Condition } of Transitions.Conditions ?? []) {
        expect(['Equals', 'TextStartsWith', 'NumberGreaterThan']).toContain(Condition.Operator);
        expect(Condition.Operands).toEqual([expect.stringMatching(/./)]);
      }
    }
  });

  it('asks a function once more, then the one that takes messages, then says sorry', () => {
    const onError = (id: string) => actions.get(id)?.Transitions.Errors?.[0]?.NextAction;
    expect([onError('ask'), onError('ask-again'), onError('fallback')]).toEqual(['ask-again', 'to-fallback', 'apology-voice']);
    expect(actions.get('to-fallback')?.Transitions.NextAction).toBe('fallback');
    for (const { Parameters } of ofType('InvokeLambdaFunction')) {
      expect(Parameters).toMatchObject({ InvocationTimeLimitSeconds: '3', ResponseValidation: { ResponseType: 'STRING_MAP' } });
      expect(Object.keys(Parameters.LambdaInvocationAttributes as object).sort()).toEqual(
        ['agent', 'answered', 'digits', 'message', 'retry', 'speech', 'step'].sort(),
      );
    }
    const apology = JSON.stringify(actions.get('apology')?.Parameters);
    for (const language of ['zh', 'en'] as const) expect(apology).toContain(catalogueOf(language).outOfOrder);
  });

  it('keeps of a caller only what became of a question, never what was said', () => {
    const kept = ofType('UpdateContactAttributes').flatMap(({ Parameters }) => Object.entries(Parameters.Attributes as object));
    for (const [name, value] of kept) {
      expect(['door', 'step', 'retry', 'answered', 'agent', 'message']).toContain(name);
      expect(value).toMatch(/^(\$\.External\.(step|retry)|[a-z0-9-]+)$/);
    }
  });

  it('records the caller from the beginning, before anything else', () => {
    expect(actions.get(flow.StartAction)).toMatchObject({
      Type: 'UpdateContactRecordingBehavior',
      Parameters: { RecordingBehavior: { IVRRecordingBehavior: 'Enabled' } },
    });
  });

  it('waits for keys as long as is allowed', () => {
    for (const { Parameters } of ofType('GetParticipantInput')) {
      const seconds = Number(Parameters.InputTimeLimitSeconds);
      expect(seconds >= 1 && seconds <= 180).toBe(true);
      expect(Parameters).toMatchObject({ StoreInput: 'True', DTMFConfiguration: { InputTerminationSequence: '#' } });
    }
  });

  it('has these places to be filled in, and no others', () => {
    const places = [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, name]) => name);
    expect([...new Set(places)].sort()).toEqual(['AnswerFunctionArn', 'BotAliasArn', 'FallbackFunctionArn', 'QueueArn']);
  });
});
