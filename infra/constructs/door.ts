import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { HttpContract } from '../../shared/contracts/http/http-contract.ts';
import type { Alarms } from './alarms.ts';
import type { Deployment } from './deployment.ts';
import type { HotlineApi } from './hotline-api.ts';
import { HotlineFunction } from './hotline-function.ts';

/** What every door of the API is given. */
export interface DoorParts {
  deployment: Deployment;
  alarms: Alarms;
  api: HotlineApi;
  tickets: Table;
  figures: Table;
}

interface DoorProps {
  environment: Record<string, string>;
  may: PolicyStatement[];
  timeout?: Duration;
}

/** A function behind the route of its contract. */
export class Door extends HotlineFunction {
  constructor(
    scope: Construct,
    contract: Pick<HttpContract, 'name' | 'method' | 'path'>,
    { deployment, alarms, api }: DoorParts,
    { environment, may, timeout = Duration.seconds(10) }: DoorProps,
  ) {
    super(scope, contract.name, { deployment, alarms, name: contract.name, timeout, environment, may });
    api.serve(contract, this.lambda);
  }
}
