import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { touches } from '#functions/roll-up-figures/env.ts';
import { EveryMinute } from '#infra/constructs/every-minute.ts';
import type { FunctionParts } from '#infra/constructs/hotline-function.ts';
import { countDeadLine } from '#infra/constructs/log-counts.ts';

/** Each minute: reads what was recorded by time, and replaces the figures' cells that it changed. Says, too, when no calls come. */
export class RollUpFigures extends EveryMinute {
  constructor(scope: Construct, parts: FunctionParts) {
    super(scope, 'roll-up-figures', { ...parts, name: 'roll-up-figures', timeout: Duration.minutes(2), touches });
    countDeadLine(this, parts.deployment);
  }
}
