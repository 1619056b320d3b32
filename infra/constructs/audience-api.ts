import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type Operation, touchesOf } from '#use-cases/operation.ts';
import type { HotlineApi } from './hotline-api.ts';
import { type FunctionParts, HotlineFunction } from './hotline-function.ts';

interface AudienceProps extends FunctionParts {
  api: HotlineApi;
  /** The folder in functions/: `resident-api`. */
  name: string;
  operations: readonly Operation[];
  timeout?: Duration;
}

/** One function behind the routes of all operations of an audience. Its role may do exactly what those declare. */
export class AudienceApi extends HotlineFunction {
  constructor(scope: Construct, { api, name, operations, timeout = Duration.seconds(10), ...parts }: AudienceProps) {
    super(scope, name, {
      ...parts,
      name,
      timeout,
      touches: touchesOf(operations),
      environment: { GROUPS_CLAIM: parts.deployment.stage.groupsClaim },
    });
    api.serve(
      operations.map(({ contract }) => contract),
      this.lambda,
    );
  }
}
