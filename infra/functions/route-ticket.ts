import { Duration } from 'aws-cdk-lib';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { touches } from '#functions/route-ticket/env.ts';
import { type FunctionParts, HotlineFunction } from '#infra/constructs/hotline-function.ts';
import { consumeFrom } from '#infra/constructs/permissions.ts';

/** Fed by the intake queue: reads a ticket, and writes it with the event of its dispatch. */
export class RouteTicket extends HotlineFunction {
  constructor(scope: Construct, { from, ...parts }: FunctionParts & { from: IQueue }) {
    super(scope, 'route-ticket', {
      ...parts,
      name: 'route-ticket',
      timeout: Duration.seconds(10),
      touches,
      may: [consumeFrom(from)],
    });
    this.consume(from, { mostAtOnce: 10 });
  }
}
