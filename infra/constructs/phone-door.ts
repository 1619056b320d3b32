import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { ALARM_PERIOD } from './alarms.ts';
import { nameOf } from './deployment.ts';
import { type FunctionParts, HotlineFunction, type HotlineFunctionProps } from './hotline-function.ts';

/** A provider waits for 15 s and asks once more; what takes longer helps nobody on the phone. */
export const PHONE_TIMEOUT = Duration.seconds(10);

const NAMESPACE = 'Hotline';
const HELD = 'callers-held';

/** A function with a caller on the line: whatever fails in it, the caller hears a sentence, so only its log tells. */
export class PhoneDoor extends HotlineFunction {
  constructor(scope: Construct, props: HotlineFunctionProps) {
    super(scope, props.name, props);
    new MetricFilter(this, 'Failed', {
      logGroup: this.log,
      filterPattern: FilterPattern.stringValue('$.level', '=', 'error'),
      metricNamespace: NAMESPACE,
      metricName: nameOf(props.deployment, HELD),
      metricValue: '1',
    });
  }
}

/** One alarm for all doors of the phone: their logs count into one metric. */
export const ringWhenCallersAreHeld = (scope: Construct, { deployment, alarms }: FunctionParts): void =>
  alarms.ring(scope, 'CallersAreHeld', {
    name: 'phone-holds-callers',
    whatToDo:
      'Callers were told to wait, or sent to leave a message: the log of the answer-…-call or of take-message says why, fields outcome and error.',
    metric: new Metric({
      namespace: NAMESPACE,
      metricName: nameOf(deployment, HELD),
      period: ALARM_PERIOD,
      statistic: 'Sum',
    }),
    threshold: 1,
  });
