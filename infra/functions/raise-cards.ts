import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { touches } from '#functions/raise-cards/env.ts';
import { EveryMinute } from '#infra/constructs/every-minute.ts';
import type { FunctionParts } from '#infra/constructs/hotline-function.ts';
import { countNotAccepted } from '#infra/constructs/log-counts.ts';

/** Each minute: reads the index of what is due, and writes those tickets with the events of their cards. */
export class RaiseCards extends EveryMinute {
  constructor(scope: Construct, parts: FunctionParts) {
    // After an outage there is much to catch up with; runs may overlap, a ticket's version lets one of them win.
    super(scope, 'raise-cards', { ...parts, name: 'raise-cards', timeout: Duration.minutes(3), touches });
    countNotAccepted(this, parts.deployment);
  }
}
