import { gunzipSync } from 'node:zlib';
import { operations } from '#contracts/http/operations.ts';
import { Problem } from '#contracts/http/problem.ts';
import { refusalsOf } from '#contracts/http/refusals-of.ts';
import { apiFunction } from '#runtime/api.ts';
import type { Authorised } from '#runtime/caller.ts';
import { type Log, lineOf } from '#runtime/log.ts';
import { type NeedsOf, serve } from '#use-cases/operation.ts';
import { allOperations } from './audiences.ts';

/** All HTTP doors over what their handlers need. What a door answers is held against its contract. */
export const checkedDoors = (needs: NeedsOf<typeof allOperations>, groupsClaim: string) => {
  const lines: string[] = [];
  const log: Log = (...line) => lines.push(lineOf(...line));
  const api = apiFunction(serve(allOperations, needs), { groupsClaim, log });

  /** Sends an event to a door; gives the status, the parsed body, and the problem's code where it is one. */
  const send = async (name: string, event: Authorised): Promise<{ status: number; body: any; code?: string; again?: number }> => {
    const contract = operations.find((operation) => operation.name === name);
    if (!contract) throw new Error(`there is no operation ${name}`);
    const { statusCode: status = 0, headers = {}, body: sent = '', isBase64Encoded } = await api(event);
    // As every client reads what it said that it can.
    const text = isBase64Encoded ? gunzipSync(Buffer.from(sent, 'base64')).toString() : sent;
    const body = JSON.parse(text);
    if (status < 400) {
      if (!(status in contract.responses)) throw new Error(`${name} answers ${status}, which its contract does not know`);
      const again = headers['retry-after'];
      if ((again !== undefined) !== (contract.saysWhenToAskAgain ?? false))
        throw new Error(`${name} says when to ask again, and its contract does not, or the other way round`);
      return { status, body, ...(again !== undefined && { again: Number(again) }) };
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
