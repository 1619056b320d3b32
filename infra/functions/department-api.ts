import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { operations } from '#functions/department-api/operations.ts';
import { AudienceApi } from '#infra/constructs/audience-api.ts';
import type { HotlineApi } from '#infra/constructs/hotline-api.ts';
import type { FunctionParts } from '#infra/constructs/hotline-function.ts';

/** All that departments do over HTTP. It waits up to 20 s for work, and the API cuts every answer off after 30. */
export class DepartmentApi extends AudienceApi {
  constructor(scope: Construct, parts: FunctionParts & { api: HotlineApi }) {
    super(scope, { ...parts, name: 'department-api', operations, timeout: Duration.seconds(28) });
  }
}
