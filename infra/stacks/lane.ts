import { CfnOutput, Duration } from 'aws-cdk-lib';
import { CfnUserPoolGroup } from 'aws-cdk-lib/aws-cognito';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Department } from '#domain/district/district.ts';
import { commands } from '#domain/tickets/commands.ts';
import { MOST_DELIVERIES } from '#domain/tickets/leases.ts';
import { ALARM_PERIOD, type Alarms } from '#infra/constructs/alarms.ts';
import type { Deployment } from '#infra/constructs/deployment.ts';
import { QueueGroup } from '#infra/constructs/queue-group.ts';
import type { Resources } from '#infra/constructs/resources.ts';
import { AssignUnit } from '#infra/functions/assign-unit.ts';

export interface LaneProps {
  deployment: Deployment;
  alarms: Alarms;
  department: Department;
  events: ITopic;
  undelivered: IQueue;
  resources: Resources;
  userPoolId: string | undefined;
}

/** A department leases for as long as it says; this is for those who poll the queue themselves and say nothing. */
const LEASE = Duration.minutes(5);

/**
 * All that one department has of its own: `dispatched` and `reassigned` events → routing queue → assign-unit; `assigned` events → work
 * queue → the department. One that floods or breaks slows nobody else. What lies in the work queue rings nobody: its tickets
 * stand in the department's list, and raise-cards says which ones nobody accepts (decision 20).
 */
export class Lane extends Construct {
  constructor(scope: Construct, id: string, props: LaneProps) {
    super(scope, id);
    const { deployment, alarms, department, events, undelivered, resources, userPoolId } = props;
    const group = new QueueGroup(this, 'Queues', {
      deployment,
      alarms,
      name: `lane-${department.id}`,
      queues: {
        routing: { name: `routing-${department.id}`, visibility: Duration.minutes(1), mostDeliveries: 5 },
        work: { name: `work-${department.id}`, visibility: LEASE, mostDeliveries: MOST_DELIVERIES.work },
      },
      department: department.id,
    });
    const { routing, work } = group.queues;
    const to = { department: department.id, undelivered };
    group.subscribe(routing, events, { types: [commands.dispatch.event, commands.reassign.event], ...to });
    const workArrives = group.subscribe(work, events, { types: [commands.assign.event], ...to });

    const assignUnit = new AssignUnit(this, { deployment, alarms, resources, department: department.id, from: routing });
    // It writes what the work queue waits for.
    assignUnit.node.addDependency(workArrives);
    alarms.ring(this, 'RoutingIsSlow', {
      name: `routing-${department.id}-is-slow`,
      whatToDo: `Tickets wait for a unit of ${department.id}: read the log of its assign-unit, and whether Lambda throttles it.`,
      metric: routing.metricApproximateAgeOfOldestMessage({ period: ALARM_PERIOD, statistic: 'Maximum' }),
      threshold: Duration.minutes(10).toSeconds(),
      department: department.id,
    });

    new CfnOutput(this, 'WorkQueueUrl', { value: work.queueUrl, description: `The work of ${department.id}` });
    if (userPoolId) new CfnUserPoolGroup(this, 'Group', { userPoolId, groupName: `department:${department.id}` });
  }
}
