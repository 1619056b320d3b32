import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { HttpContract } from '#contracts/http/http-contract.ts';
import type { Alarms } from './alarms.ts';
import type { Deployment } from './deployment.ts';
import type { HotlineApi } from './hotline-api.ts';
import { HotlineFunction } from './hotline-function.ts';
import type { RecordingsBucket, StarredPermission } from './recordings-bucket.ts';

/** What every door of the API is given. */
export interface DoorParts {
  deployment: Deployment;
  alarms: Alarms;
  api: HotlineApi;
  tickets: Table;
  figures: Table;
  /** The desk's queue of callers to ring back. */
  callBacks: IQueue;
  recordings: RecordingsBucket;
}

interface DoorProps {
  environment: Record<string, string>;
  may: PolicyStatement[];
  mayHear?: StarredPermission;
  timeout?: Duration;
}

/** A function behind the route of its contract. */
export class Door extends HotlineFunction {
  constructor(
    scope: Construct,
    contract: Pick<HttpContract, 'name' | 'method' | 'path'>,
    { deployment, alarms, api }: DoorParts,
    { timeout = Duration.seconds(10), ...props }: DoorProps,
  ) {
    super(scope, contract.name, { deployment, alarms, name: contract.name, timeout, ...props });
    api.serve(contract, this.lambda);
  }
}
