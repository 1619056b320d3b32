import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { type Operation, touchesOf } from '#use-cases/operation.ts';
import { ALARM_PERIOD } from './alarms.ts';
import { nameOf } from './deployment.ts';
import type { HotlineApi } from './hotline-api.ts';
import { type FunctionParts, HotlineFunction } from './hotline-function.ts';

interface AudienceProps extends FunctionParts {
  api: HotlineApi;
  /** The folder in functions/: `resident-api`. */
  name: string;
  operations: readonly Operation[];
  memory?: number;
  concurrency?: number | undefined;
}

const NAMESPACE = 'Hotline';
const PASSED_OVER = 'rows-passed-over';

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
    new MetricFilter(this, 'PassedOver', {
      logGroup: this.log,
      filterPattern: FilterPattern.stringValue('$.message', '=', 'rows passed over'),
      metricNamespace: NAMESPACE,
      metricName: nameOf(parts.deployment, PASSED_OVER),
      metricValue: '1',
    });
    api.serve(
      operations.map(({ contract }) => contract),
      this.lambda,
    );
  }
}

/** One alarm for all audiences: a list that can't read a row shows the others, and only its log tells. */
export const ringWhenRowsArePassedOver = (scope: Construct, { deployment, alarms }: FunctionParts): void =>
  alarms.ring(scope, 'RowsArePassedOver', {
    name: 'rows-passed-over',
    whatToDo:
      'A list shows fewer tickets than there are, since rows could not be read: the log of the …-api says how many. Look for tickets in a state that the code does not know, after an upgrade that was taken back.',
    metric: new Metric({
      namespace: NAMESPACE,
      metricName: nameOf(deployment, PASSED_OVER),
      period: ALARM_PERIOD,
      statistic: 'Sum',
    }),
    threshold: 1,
  });
