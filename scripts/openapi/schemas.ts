import * as z from 'zod';
import { Problem } from '#contracts/http/problem.ts';
import { StaffTicketView, TicketView } from '#contracts/http/ticket-view.ts';
import { WorkItem } from '#domain/tickets/work-item.ts';

/** A part of the document. */
export type Json = Record<string, unknown>;

/** What has a name of its own in the document. */
const named = z.registry<{ id: string }>();
named.add(TicketView(), { id: 'TicketView' });
named.add(StaffTicketView(), { id: 'StaffTicketView' });
named.add(WorkItem(), { id: 'WorkItem' });
named.add(Problem, { id: 'Problem' });

/** Turns a schema into JSON Schema; the named ones within it are moved to `schemas` and referred to. */
export const schemaIn = (schemas: Json, schema: z.ZodType, io: 'input' | 'output'): Json => {
  const {
    $schema: _,
    $defs,
    ...made
  } = z.toJSONSchema(schema, {
    io,
    override: ({ zodSchema, jsonSchema }) => {
      Object.assign(jsonSchema, z.globalRegistry.get(zodSchema));
      // Answers may grow: a client must not refuse what it does not know yet.
      if (io === 'output') delete jsonSchema.additionalProperties;
    },
    metadata: named,
  }) as Json;
  const referred = (part: unknown): Json =>
    JSON.parse(JSON.stringify(part).replaceAll('#/$defs/', '#/components/schemas/')) as Json;
  for (const [name, definition] of Object.entries(($defs ?? {}) as Json)) {
    const { id: _id, ...rest } = referred(definition);
    schemas[name] = rest;
  }
  const { id, ...rest } = referred(made);
  if (id === undefined) return rest;
  schemas[id as string] = rest;
  return { $ref: `#/components/schemas/${id}` };
};
