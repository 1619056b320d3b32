import { createHash } from 'node:crypto';
import { Stack, type StackProps, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Department } from '#domain/district/district.ts';
import type { Deployment } from '#infra/constructs/deployment.ts';
import type { DataStack } from './data-stack.ts';
import type { EventsStack } from './events-stack.ts';
import { Lane } from './lane.ts';
import { resourcesOf } from './resources-of.ts';

/**
 * A lane has thirteen resources, and CloudFormation takes 500 a stack. Two hundred departments are twelve or thirteen a
 * stack; that one gets more than 28 (400 resources) is less likely than one in a thousand. See docs/decisions/4.
 */
const LANE_STACKS = 16;

/** The stack that a department's lane is in: by its id alone, so that no other lane moves when one comes or goes. */
export const laneStackOf = (department: string): number =>
  createHash('sha256').update(department).digest().readUInt32BE() % LANE_STACKS;

/**
 * Departments by the number of their stack. One without departments is there too: cdk deploys no empty stack, but
 * deletes the one that was deployed when the last of its departments has gone.
 */
export const laneStacks = (departments: readonly Department[]): Department[][] =>
  Array.from({ length: LANE_STACKS }, (_, number) => departments.filter(({ id }) => laneStackOf(id) === number));

interface LanesStackProps extends StackProps {
  deployment: Deployment;
  departments: readonly Department[];
  data: DataStack;
  events: EventsStack;
}

/** The lanes of some of the departments. */
export class LanesStack extends Stack {
  constructor(scope: Construct, id: string, { deployment, departments, data, events, ...props }: LanesStackProps) {
    super(scope, id, props);
    if (departments.length === 0) {
      Validations.of(this).acknowledge({
        id: 'CloudFormation-Validate::F0001',
        reason: 'cdk does not deploy a stack without resources, but deletes one that was deployed.',
      });
    }
    for (const department of departments) {
      new Lane(this, department.id, {
        deployment,
        department,
        alarms: events.alarms,
        events: events.events,
        undelivered: events.undelivered,
        resources: resourcesOf(data, events),
        userPoolId: data.userPoolId,
      });
    }
  }
}
