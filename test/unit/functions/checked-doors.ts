import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { HttpHandler } from '#contracts/http/http-contract.ts';
import { operations } from '#contracts/http/operations.ts';
import { Problem } from '#contracts/http/problem.ts';
import { refusalsOf } from '#contracts/http/refusals-of.ts';
import type { Authorised } from '#runtime/caller.ts';
import { httpFunction } from '#runtime/http.ts';
import { type Log, lineOf } from '#runtime/log.ts';

/** All HTTP doors over what their handlers need. What a door answers is held against its contract. */
export const checkedDoors = async (needs: object, groupsClaim: string) => {
  const lines: string[] = [];
  const log: Log = (...line) => lines.push(lineOf(...line));
  const doors = new Map<string, (event: Authorised) => Promise<APIGatewayProxyStructuredResultV2>>();
  for (const contract of operations) {
    // Every handler needs some of the same things; its composition root shows the compiler which.
    const { createHandler } = (await import(`#functions/${contract.name}/handler.ts`)) as {
      createHandler: (all: typeof needs) => HttpHandler<typeof contract>;
    };
    doors.set(contract.name, httpFunction(contract, createHandler(needs), { groupsClaim, log }));
  }

  /** Sends an event to a door; gives the status, the parsed body, and the problem's code where it is one. */
  const send = async (name: string, event: Authorised): Promise<{ status: number; body: any; code?: string }> => {
    const contract = operations.find((operation) => operation.name === name);
    const door = doors.get(name);
    if (!contract || !door) throw new Error(`there is no operation ${name}`);
    const { statusCode: status = 0, headers = {}, body: text = '' } = await door(event);
    const body = JSON.parse(text);
    if (status < 400) {
      if (!(status in contract.responses)) throw new Error(`${name} answers ${status}, which its contract does not know`);
      return { status, body };
    }
    const problem = Problem.parse(body);
    const known: string[] = refusalsOf(contract);
    if (problem.status !== status) throw new Error(`${name} answers ${status} with a problem of ${problem.status}`);
    if (headers['content-type'] !== 'application/problem+json') throw new Error(`${name} answers a problem that does not say so`);
    if (status < 500 && !known.includes(problem.code))
      throw new Error(`${name} refuses ${problem.code}, which its contract does not know`);
    return { status, body, code: problem.code };
  };

  /** What the doors have logged is in `lines`. */
  return { send, lines };
};
