import type { Construct } from 'constructs';
import { operations } from '#functions/desk-api/operations.ts';
import { AudienceApi } from '#infra/constructs/audience-api.ts';
import type { HotlineApi } from '#infra/constructs/hotline-api.ts';
import type { FunctionParts } from '#infra/constructs/hotline-function.ts';

/** All that agents and supervisors do over HTTP. */
export class DeskApi extends AudienceApi {
  constructor(scope: Construct, parts: FunctionParts & { api: HotlineApi }) {
    super(scope, { ...parts, name: 'desk-api', operations });
  }
}
