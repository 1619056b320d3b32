import * as z from 'zod';

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
export const KNOWN = {
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

/** A type of action that the stand-in knows. */
export type ActionType = keyof Parameters;
