import { createHash } from 'node:crypto';
import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Department } from '#domain/district/district.ts';
import type { Deployment } from '#infra/constructs/deployment.ts';
import type { DataStack } from './data-stack.ts';
import { Lane } from './lane.ts';
import type { ServiceStack } from './service-stack.ts';

/** CloudFormation stops at 500 resources a stack, and a lane has nineteen. */
const LANE_STACKS = 4;

/** The stack that a department's lane is in: by its id alone, so that no other lane moves when one comes or goes. */
export const laneStackOf = (department: string): number =>
  createHash('sha256').update(department).digest().readUInt32BE() % LANE_STACKS;

/** Departments by the number of their stack; a stack that would be empty is not there. */
export const laneStacks = (departments: readonly Department[]): [number, Department[]][] =>
  Array.from({ length: LANE_STACKS }, (_, number): [number, Department[]] => [
    number,
    departments.filter(({ id }) => laneStackOf(id) === number),
  ]).filter(([, members]) => members.length > 0);

interface LanesStackProps extends StackProps {
  deployment: Deployment;
  departments: readonly Department[];
  data: DataStack;
  service: ServiceStack;
}

/** The lanes of some of the departments. */
export class LanesStack extends Stack {
  constructor(scope: Construct, id: string, { deployment, departments, data, service, ...props }: LanesStackProps) {
    super(scope, id, props);
    for (const department of departments) {
      new Lane(this, department.id, {
        ...{ deployment, department, alarms: service.alarms, events: service.events },
        resources: service.resources,
        userPoolId: data.userPoolId,
      });
    }
  }
}
