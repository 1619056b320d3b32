import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { HotlineFunction, type HotlineFunctionProps } from './hotline-function.ts';
import { countErrors, countLimitsMet } from './log-counts.ts';

/** A provider waits for 15 s and asks once more; what takes longer helps nobody on the phone. */
export const PHONE_TIMEOUT = Duration.seconds(10);

/** A function with a caller on the line: whatever fails in it, the caller hears a sentence, so only its log tells. */
export class PhoneDoor extends HotlineFunction {
  constructor(scope: Construct, props: HotlineFunctionProps) {
    super(scope, props.name, props);
    countErrors(this, props.deployment);
    countLimitsMet(this, props.deployment);
  }
}
