import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type Operation, touchesOf } from '#use-cases/operation.ts';
import type { HotlineApi } from './hotline-api.ts';
import { type FunctionParts, HotlineFunction } from './hotline-function.ts';
import { countPassedOver } from './log-counts.ts';

interface AudienceProps extends FunctionParts {
  api: HotlineApi;
  /** The folder in functions/: `resident-api`. */
  name: string;
  operations: readonly Operation[];
  memory?: number;
  concurrency?: number | undefined;
}

/** The API itself cuts every answer off after 30. */
const TIMEOUT = Duration.seconds(10);

/** One function behind the routes of all operations of an audience. Its role may do exactly what those declare. */
export class AudienceApi extends HotlineFunction {
  constructor(scope: Construct, { api, name, operations, ...parts }: AudienceProps) {
    super(scope, name, {
      ...parts,
      name,
      timeout: TIMEOUT,
      touches: touchesOf(operations),
      environment: { GROUPS_CLAIM: parts.deployment.stage.groupsClaim },
    });
    countPassedOver(this, parts.deployment);
    api.serve(
      operations.map(({ contract }) => contract),
      this.lambda,
    );
  }
}
