import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { touches } from '#functions/end-silent-calls/env.ts';
import { EveryMinute } from '#infra/constructs/every-minute.ts';
import type { FunctionParts } from '#infra/constructs/hotline-function.ts';

/** Each minute: ends the calls of which nothing more came. */
export class EndSilentCalls extends EveryMinute {
  constructor(scope: Construct, parts: FunctionParts) {
    super(scope, 'end-silent-calls', { ...parts, name: 'end-silent-calls', timeout: Duration.minutes(1), touches });
  }
}
