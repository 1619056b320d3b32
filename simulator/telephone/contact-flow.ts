import * as z from 'zod';

/** Where an action leads to. */
const Transitions = z.strictObject({
  NextAction: z.string().optional(),
  Conditions: z
    .array(
      z.strictObject({
        NextAction: z.string(),
        Condition: z.strictObject({
          Operator: z.enum(['Equals', 'TextStartsWith', 'TextEndsWith', 'TextContains', 'NumberGreaterThan', 'NumberLessThan']),
          Operands: z.tuple([z.string().min(1)]),
        }),
      }),
    )
    .optional(),
  Errors: z.array(z.strictObject({ NextAction: z.string(), ErrorType: z.string() })).optional(),
});
export type Transitions = z.infer<typeof Transitions>;

const Action = z.strictObject({
  Identifier: z.string().regex(/^[^%:(\\/)=$,;[\]{}]{1,50}$/),
  Type: z.string(),
  Parameters: z.record(z.string(), z.unknown()),
  Transitions,
});
export type Action = z.infer<typeof Action>;

const Flow = z.strictObject({
  Version: z.literal('2019-10-30'),
  StartAction: z.string(),
  Metadata: z.record(z.string(), z.unknown()).optional(),
  Actions: z.array(Action),
});

const text = z.string().min(1);
/** A value that must stand in the flow itself. */
const fixed = text.refine((value) => !value.startsWith('$.'), 'may not be dynamic');
const path = z.string().regex(/^\$\.[\w.]+$/, 'a single JSONPath');
const seconds = (from: number, to: number) => fixed.refine((value) => /^\d+$/.test(value) && +value >= from && +value <= to);
const YesNo = z.enum(['True', 'False']);

/**
 * The actions that the stand-in carries out, with the parameters and errors that Amazon Connect documents for them
 * (docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html). As Connect does when a flow is created, it
 * refuses any other parameter or error, and one that is missing.
 */
const KNOWN = {
  UpdateContactRecordingBehavior: {
    parameters: z.strictObject({
      RecordingBehavior: z.strictObject({
        RecordedParticipants: z.array(z.enum(['Agent', 'Customer'])),
        IVRRecordingBehavior: z.enum(['Enabled', 'Disabled']).optional(),
      }),
    }),
    errors: [],
  },
  UpdateContactAttributes: {
    parameters: z.strictObject({ Attributes: z.record(text, text), TargetContact: z.literal('Current') }),
    errors: ['NoMatchingError'],
  },
  UpdateContactData: {
    parameters: z.strictObject({ LanguageCode: text, TargetContact: z.literal('Current') }),
    errors: ['NoMatchingError'],
  },
  UpdateContactTextToSpeechVoice: {
    parameters: z.strictObject({ TextToSpeechVoice: text, TextToSpeechEngine: z.enum(['standard', 'neural']).optional() }),
    errors: ['NoMatchingError'],
  },
  InvokeLambdaFunction: {
    parameters: z.strictObject({
      LambdaFunctionARN: text,
      InvocationTimeLimitSeconds: seconds(1, 8),
      InvocationType: z.literal('SYNCHRONOUS').optional(),
      LambdaInvocationAttributes: z.record(text, text).optional(),
      ResponseValidation: z.strictObject({ ResponseType: z.literal('STRING_MAP') }),
    }),
    errors: ['NoMatchingError'],
  },
  Compare: { parameters: z.strictObject({ ComparisonValue: path }), errors: ['NoMatchingCondition'] },
  GetParticipantInput: {
    parameters: z.strictObject({
      SSML: text,
      StoreInput: z.literal('True'),
      InputTimeLimitSeconds: seconds(1, 180),
      InputValidation: z.strictObject({ CustomValidation: z.strictObject({ MaximumLength: seconds(1, 100) }) }),
      DTMFConfiguration: z.strictObject({
        InputTerminationSequence: fixed.optional(),
        DisableCancelKey: YesNo.optional(),
        InterdigitTimeLimitSeconds: seconds(1, 20).optional(),
      }),
    }),
    errors: ['NoMatchingError'],
  },
  ConnectParticipantWithLexBot: {
    parameters: z.strictObject({
      SSML: text,
      LexV2Bot: z.strictObject({ AliasArn: text }),
      LexSessionAttributes: z.record(text, text).optional(),
    }),
    errors: ['InputTimeLimitExceeded', 'NoMatchingError', 'NoMatchingCondition'],
  },
  MessageParticipant: { parameters: z.strictObject({ SSML: text }), errors: ['NoMatchingError'] },
  UpdateContactTargetQueue: { parameters: z.strictObject({ QueueId: text }), errors: ['NoMatchingError'] },
  CheckMetricData: {
    parameters: z.strictObject({ MetricType: z.literal('NumberOfAgentsAvailable'), QueueId: text.optional() }),
    errors: ['NoMatchingError', 'NoMatchingCondition'],
  },
  TransferContactToQueue: { parameters: z.strictObject({}), errors: ['QueueAtCapacity', 'NoMatchingError'] },
  TransferParticipantToThirdParty: {
    parameters: z.strictObject({
      ThirdPartyPhoneNumber: text,
      ThirdPartyConnectionTimeLimitSeconds: seconds(0, 600),
      ContinueFlowExecution: YesNo,
    }),
    errors: ['CallFailed', 'ConnectionTimeLimitExceeded', 'NoMatchingError'],
  },
  DisconnectParticipant: { parameters: z.strictObject({}), errors: [] },
} as const;

/** Each type of action that the stand-in knows, with its parameters as they are once they were read. */
export type Parameters = { [Type in keyof typeof KNOWN]: z.infer<(typeof KNOWN)[Type]['parameters']> };
export type ActionType = keyof Parameters;

/** Reads a flow. Throws for what Amazon Connect does not document, and where an action leads to none that exists. */
export const readFlow = (content: string): { start: string; actions: ReadonlyMap<string, Action & { Type: ActionType }> } => {
  const { StartAction: start, Actions } = Flow.parse(JSON.parse(content));
  const actions = new Map<string, Action & { Type: ActionType }>();
  const ids = new Set(Actions.map(({ Identifier }) => Identifier));
  for (const action of Actions) {
    const { Identifier, Type, Transitions: to } = action;
    if (!Object.hasOwn(KNOWN, Type)) throw new Error(`${Identifier}: the stand-in knows no action ${Type}`);
    const known: { parameters: z.ZodType; errors: readonly string[] } = KNOWN[Type as ActionType];
    const { error, data } = known.parameters.safeParse(action.Parameters);
    if (error) throw new Error(`${Identifier}: ${z.prettifyError(error)}`);
    const errors = to.Errors?.map(({ ErrorType }) => ErrorType) ?? [];
    const strange = errors.find((one) => !known.errors.includes(one));
    if (strange) throw new Error(`${Identifier}: ${Type} knows no error ${strange}`);
    const missing = known.errors.find((one) => !errors.includes(one));
    if (missing) throw new Error(`${Identifier}: ${Type} must say where the error ${missing} leads`);
    if ((to.NextAction === undefined) !== (Type === 'DisconnectParticipant')) {
      throw new Error(`${Identifier}: every action but the last has a NextAction`);
    }
    const leadsTo = [
      to.NextAction ?? [],
      ...[...(to.Conditions ?? []), ...(to.Errors ?? [])].map((one) => one.NextAction),
    ].flat();
    const nowhere = leadsTo.find((id) => !ids.has(id));
    if (nowhere !== undefined) throw new Error(`${Identifier} leads to ${nowhere}, which is no action`);
    actions.set(Identifier, { ...action, Type: Type as ActionType, Parameters: data as Record<string, unknown> });
  }
  if (!ids.has(start) || ids.size !== Actions.length) throw new Error('each action has a name of its own, the first one too');
  return { start, actions };
};
