import type { Construct } from 'constructs';
import { operations } from '#functions/resident-api/operations.ts';
import { AudienceApi } from '#infra/constructs/audience-api.ts';
import type { HotlineApi } from '#infra/constructs/hotline-api.ts';
import type { FunctionParts } from '#infra/constructs/hotline-function.ts';
import { countLimitsMet } from '#infra/constructs/log-counts.ts';

/** All that residents do over HTTP. */
export class ResidentApi extends AudienceApi {
  constructor(scope: Construct, parts: FunctionParts & { api: HotlineApi }) {
    super(scope, { ...parts, name: 'resident-api', operations });
    countLimitsMet(this, parts.deployment);
  }
}
