import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { touches } from '#functions/file-parked-calls/env.ts';
import { HotlineFunction } from '#infra/constructs/hotline-function.ts';
import { consumeFrom } from '#infra/constructs/permissions.ts';
import type { QueueParts } from '#infra/constructs/phone-parts.ts';

/** Fed by the queue of parked calls: makes tickets of them once the table can be written again. */
export class FileParkedCalls extends HotlineFunction {
  constructor(scope: Construct, { queues, ...parts }: QueueParts) {
    const from = queues.parkedCalls;
    super(scope, 'file-parked-calls', {
      ...parts,
      name: 'file-parked-calls',
      timeout: Duration.seconds(20),
      touches,
      may: [consumeFrom(from)],
    });
    this.consume(from, { mostAtOnce: 5 });
  }
}
