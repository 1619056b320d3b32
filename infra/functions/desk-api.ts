import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { operations } from '#functions/desk-api/operations.ts';
import { AudienceApi } from '#infra/constructs/audience-api.ts';
import type { HotlineApi } from '#infra/constructs/hotline-api.ts';
import type { FunctionParts } from '#infra/constructs/hotline-function.ts';

/** All that agents and supervisors do over HTTP. It waits up to 20 s for callers, and the API cuts every answer off after 30. */
export class DeskApi extends AudienceApi {
  constructor(scope: Construct, parts: FunctionParts & { api: HotlineApi }) {
    super(scope, { ...parts, name: 'desk-api', operations, timeout: Duration.seconds(28) });
  }
}
