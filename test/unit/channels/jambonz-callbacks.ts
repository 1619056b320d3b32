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
