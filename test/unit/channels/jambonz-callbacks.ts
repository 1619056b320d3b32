import { createRequire } from 'node:module';

/** What the provider's own package brings along: its schemas, and what it reads schemas with. */
const theirs = createRequire(import.meta.resolve('@jambonz/schema'));
type Validator = ((payload: unknown) => boolean) & { errors?: unknown };
const Ajv = theirs('ajv') as new (options: object) => { addSchema(schema: object): void; compile(schema: object): Validator };

const names = ['gather', 'dial', 'enqueue', 'enqueue-wait', 'call-status', 'session-new'] as const;
const schemaOf = (name: string): object => theirs(`./callbacks/${name}.schema.json`);

const ajv = new Ajv({ strict: false, validateSchema: false, logger: false });
ajv.addSchema(schemaOf('base'));
const validators = new Map<string, Validator>(names.map((name) => [name, ajv.compile(schemaOf(name))]));

/** What the provider's schema finds wrong with a payload of one of its callbacks; nothing if it may be one. */
export const wrongWith = (name: (typeof names)[number], payload: unknown): unknown => {
  const validate = validators.get(name);
  return validate?.(payload) ? undefined : (validate?.errors ?? 'no such callback');
};

/** The id of the call that the payload below is about. */
export const CALL = '7d1bb1e4-1c20-4d2b-9a3e-0f5a4f1c2b3d';

/** What every webhook of jambonz says of a call. */
export const base = {
  call_sid: CALL,
  account_sid: 'a',
  application_sid: 'b',
  direction: 'inbound',
  call_id: 'x@10.0.0.1',
  from: '+8610000000011',
  to: '+8610000000090',
  call_status: 'in-progress',
  sip_status: 200,
  trace_id: '0',
};
