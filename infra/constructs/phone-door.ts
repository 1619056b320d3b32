import { Duration } from 'aws-cdk-lib';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { ALARM_PERIOD } from './alarms.ts';
import { nameOf } from './deployment.ts';
import { HotlineFunction, type HotlineFunctionProps } from './hotline-function.ts';

/** A provider waits for 15 s and asks once more; what takes longer helps nobody on the phone. */
export const PHONE_TIMEOUT = Duration.seconds(10);

/** A function with a caller on the line: whatever fails in it, the caller hears a sentence, so only its log tells. */
export class PhoneDoor extends HotlineFunction {
  constructor(scope: Construct, props: HotlineFunctionProps) {
    super(scope, props.name, props);
    const failed = new MetricFilter(this, 'Failed', {
      logGroup: this.log,
      filterPattern: FilterPattern.stringValue('$.level', '=', 'error'),
      metricNamespace: 'Hotline',
      metricName: nameOf(props.deployment, props.name, 'failed'),
      metricValue: '1',
    });
    props.alarms.ring(this, 'CallsFail', {
      name: `${props.name}-holds-callers`,
      whatToDo: `Callers were told to wait, or sent to leave a message: the log of ${props.name} says why, fields outcome and error.`,
      metric: failed.metric({ period: ALARM_PERIOD, statistic: 'Sum' }),
      threshold: 1,
    });
  }
}
