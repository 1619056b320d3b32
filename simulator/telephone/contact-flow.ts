import * as z from 'zod';
import { type ActionType, KNOWN } from './known-actions.ts';

const Condition = z.strictObject({
  Operator: z.enum(['Equals', 'TextStartsWith', 'TextEndsWith', 'TextContains', 'NumberGreaterThan', 'NumberLessThan']),
  Operands: z.tuple([z.string().min(1)]),
});

const Transitions = z.strictObject({
  NextAction: z.string().optional(),
  Conditions: z.array(z.strictObject({ NextAction: z.string(), Condition })).optional(),
  Errors: z.array(z.strictObject({ NextAction: z.string(), ErrorType: z.string() })).optional(),
});

/** Where an action leads to. */
export type Transitions = z.infer<typeof Transitions>;

const Action = z.strictObject({
  Identifier: z.string().regex(/^[^%:(\\/)=$,;[\]{}]{1,50}$/),
  Type: z.string(),
  Parameters: z.record(z.string(), z.unknown()),
  Transitions,
});

/** An action of a flow. */
export type Action = z.infer<typeof Action>;

const Flow = z.strictObject({
  Version: z.literal('2019-10-30'),
  StartAction: z.string(),
  Metadata: z.record(z.string(), z.unknown()).optional(),
  Actions: z.array(Action),
});

/** An action of a type that the stand-in knows. */
export type KnownAction = Action & { Type: ActionType };

/** The type and the parameters of an action. Throws for what Amazon Connect does not document. */
const knownAction = (action: Action): KnownAction => {
  const { Identifier, Type, Parameters } = action;
  if (!isKnown(Type)) throw new Error(`${Identifier}: the stand-in knows no action ${Type}`);
  const { error, data } = (KNOWN[Type].parameters as z.ZodType<Record<string, unknown>>).safeParse(Parameters);
  if (error) throw new Error(`${Identifier}: ${z.prettifyError(error)}`);
  return { ...action, Type, Parameters: data };
};

const isKnown = (type: string): type is ActionType => Object.hasOwn(KNOWN, type);

/** Throws unless each error that the action can have leads somewhere, and no other does. */
const checkErrors = ({ Identifier, Type, Transitions: { Errors = [] } }: KnownAction): void => {
  const known: readonly string[] = KNOWN[Type].errors;
  const errors = Errors.map(({ ErrorType }) => ErrorType);
  const strange = errors.find((one) => !known.includes(one));
  if (strange) throw new Error(`${Identifier}: ${Type} knows no error ${strange}`);
  const missing = known.find((one) => !errors.includes(one));
  if (missing) throw new Error(`${Identifier}: ${Type} must say where the error ${missing} leads`);
};

/** Throws unless the action leads on, to actions that exist; only the last one leads nowhere. */
const checkNext = ({ Identifier, Type, Transitions: to }: KnownAction, ids: ReadonlySet<string>): void => {
  if ((to.NextAction === undefined) !== (Type === 'DisconnectParticipant')) {
    throw new Error(`${Identifier}: every action but the last has a NextAction`);
  }
  const branches = [...(to.Conditions ?? []), ...(to.Errors ?? [])].map(({ NextAction }) => NextAction);
  const nowhere = [to.NextAction ?? [], branches].flat().find((id) => !ids.has(id));
  if (nowhere !== undefined) throw new Error(`${Identifier} leads to ${nowhere}, which is no action`);
};

/** Reads a flow. Throws for what Amazon Connect does not document, and where an action leads to none that exists. */
export const readFlow = (content: string): { start: string; actions: ReadonlyMap<string, KnownAction> } => {
  const { StartAction: start, Actions } = Flow.parse(JSON.parse(content));
  const ids = new Set(Actions.map(({ Identifier }) => Identifier));
  const actions = Actions.map(knownAction);
  for (const action of actions) {
    checkErrors(action);
    checkNext(action, ids);
  }
  if (!ids.has(start) || ids.size !== Actions.length) throw new Error('each action has a name of its own, the first one too');
  return { start, actions: new Map(actions.map((action) => [action.Identifier, action])) };
};
