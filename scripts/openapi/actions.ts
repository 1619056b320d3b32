import type { HttpContract } from '#contracts/http/http-contract.ts';
import { operations } from '#contracts/http/operations.ts';
import type { PageAction } from '#contracts/pages/page-action.ts';
import { peopleWho } from '#domain/tickets/commands.ts';
import { type Json, schemaIn } from './schemas.ts';

/** How one command is given over HTTP: all that a page needs to draw its form and to send it. */
interface Action extends Omit<PageAction, 'input'> {
  /** The operation in openapi.json. */
  operation: string;
  /** The JSON Schema of the body; an operation without one is told nothing. */
  input?: Json;
}

/** Each command that people give over HTTP, made from the contracts alone. */
export const actionsOf = (contracts: readonly HttpContract[] = operations): Action[] =>
  contracts.flatMap(({ name: operation, method, path, roles, body, carriesOut = [] }) =>
    carriesOut.map((name) => ({
      name,
      operation,
      method,
      path,
      roles: roles.filter((role) => peopleWho(name).includes(role as never)),
      ...(body && { input: schemaIn({}, body, 'input') }),
    })),
  );

/** The list as it stands in actions.json. */
export const actionsText = (): string => `${JSON.stringify(actionsOf(), null, 2)}\n`;
