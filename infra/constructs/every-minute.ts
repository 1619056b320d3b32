import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { HotlineFunction, type HotlineFunctionProps } from './hotline-function.ts';

/** So long without a run is an outage, not a hiccup of the schedule. */
const SILENCE = Duration.minutes(15);

interface EveryMinuteProps extends HotlineFunctionProps {
  /** What its failure may mean beside the usual; a sentence for the alarm. */
  whenItFails?: string;
}

/**
 * A function that runs each minute, and rings when it fails or does not run. A run that fails is not repeated: the next
 * one does its work. No concurrency is reserved for it: a young account has none to spare, and overlapping runs do no
 * harm.
 */
export class EveryMinute extends HotlineFunction {
  constructor(scope: Construct, id: string, { whenItFails, ...props }: EveryMinuteProps) {
    super(scope, id, props);
    this.lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });
    new Rule(this, 'EveryMinute', {
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(this.lambda, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
    });
    // Lambda counts no failures of a function that does not run, not even none.
    props.alarms.ring(this, 'FailsOrIsSilent', {
      name: `${props.name}-fails-or-does-not-run`,
      whatToDo: `${props.name} should run each minute: its log says why it fails; if it says nothing, look whether its rule is enabled, and whether Lambda throttles it.${whenItFails === undefined ? '' : ` ${whenItFails}`}`,
      metric: this.lambda.metricErrors({ period: SILENCE }),
      threshold: 1,
      alsoWhenSilent: true,
    });
  }
}
