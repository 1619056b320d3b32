import type { Construct } from 'constructs';
import { operations } from '#functions/department-api/operations.ts';
import { AudienceApi } from '#infra/constructs/audience-api.ts';
import type { HotlineApi } from '#infra/constructs/hotline-api.ts';
import type { FunctionParts } from '#infra/constructs/hotline-function.ts';

/**
 * All that departments do over HTTP. Most of its time it waits for work, and is paid for its memory meanwhile: half of what
 * others have is enough for what its operations do.
 */
export class DepartmentApi extends AudienceApi {
  constructor(scope: Construct, parts: FunctionParts & { api: HotlineApi }) {
    super(scope, {
      ...parts,
      name: 'department-api',
      operations,
      memory: 256,
      concurrency: parts.deployment.stage.departmentConcurrency,
    });
  }
}
