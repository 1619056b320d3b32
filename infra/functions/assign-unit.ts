import { Duration } from 'aws-cdk-lib';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type Env, touches } from '#functions/assign-unit/env.ts';
import { type FunctionParts, HotlineFunction } from '#infra/constructs/hotline-function.ts';
import type { OwnVariables } from '#infra/constructs/own-variables.ts';
import { consumeFrom } from '#infra/constructs/permissions.ts';

interface AssignUnitProps extends FunctionParts {
  department: string;
  from: IQueue;
}

/** Fed by a lane's routing queue: reads a ticket, and writes it with the event of its assignment. One for each lane. */
export class AssignUnit extends HotlineFunction {
  constructor(scope: Construct, { department, from, ...parts }: AssignUnitProps) {
    super(scope, 'assign-unit', {
      ...parts,
      name: 'assign-unit',
      timeout: Duration.seconds(10),
      touches,
      environment: { DEPARTMENT: department } satisfies OwnVariables<typeof Env>,
      may: [consumeFrom(from)],
    });
    // A department that floods gets these few at once, and leaves the account's other functions theirs.
    this.consume(from, { mostAtOnce: 5 });
  }
}
