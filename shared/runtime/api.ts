import type { HttpContract, HttpHandler } from '#contracts/http/http-contract.ts';
import type { Authorised } from './caller.ts';
import { httpFunction } from './http.ts';
import type { Log } from './log.ts';

export interface ServedOperation {
  contract: HttpContract<any, any, any, any, any>;
  handle: HttpHandler<any>;
}

export const apiFunction = (operations: readonly ServedOperation[], options: { groupsClaim: string; log?: Log }) => {
  const byRoute = new Map(
    operations.map(({ contract, handle }) => [`${contract.method} ${contract.path}`, httpFunction(contract, handle, options)]),
  );
  return async (event: Authorised) => {
    const serve = byRoute.get(event.routeKey);
    if (!serve) throw new Error(`no operation has the route ${event.routeKey}`);
    return serve(event);
  };
};
