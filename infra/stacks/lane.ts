import { CfnOutput, Duration } from 'aws-cdk-lib';
import { CfnUserPoolGroup } from 'aws-cdk-lib/aws-cognito';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Department } from '#domain/district/district.ts';
import { commands } from '#domain/tickets/commands.ts';
import { ALARM_PERIOD, type Alarms } from '#infra/constructs/alarms.ts';
import type { Deployment } from '#infra/constructs/deployment.ts';
import { QueueWithDeadLetters } from '#infra/constructs/queue-with-dead-letters.ts';
import type { Resources } from '#infra/constructs/resources.ts';
import { AssignUnit } from '#infra/functions/assign-unit.ts';

interface LaneProps {
  deployment: Deployment;
  alarms: Alarms;
  department: Department;
  events: ITopic;
  resources: Resources;
  userPoolId: string | undefined;
}

/** A department leases for as long as it says; this is for those who poll the queue themselves and say nothing. */
const LEASE = Duration.minutes(5);

/** Each lease that runs out is a delivery, and a department may well let some run out; then somebody should look. */
const MOST_LEASES = 20;

/**
 * All that one department has of its own: `dispatched` events → routing queue → assign-unit; `assigned` events → work
 * queue → the department. One that floods or breaks slows nobody else.
 */
export class Lane extends Construct {
  constructor(scope: Construct, id: string, { deployment, alarms, department, events, resources, userPoolId }: LaneProps) {
    super(scope, id);
    const routing = new QueueWithDeadLetters(this, 'Routing', {
      ...{ deployment, alarms, name: `routing-${department.id}` },
      visibility: Duration.minutes(1),
      mostDeliveries: 5,
    });
    routing.subscribeTo(events, [commands.dispatch.event], department.id);
    new AssignUnit(this, { deployment, alarms, resources, department: department.id, from: routing.queue });
    alarms.ring(this, 'RoutingIsSlow', {
      name: `routing-${department.id}-is-slow`,
      whatToDo: `Tickets wait for a unit of ${department.id}: read the log of its assign-unit, and whether Lambda throttles it.`,
      metric: routing.queue.metricApproximateAgeOfOldestMessage({ period: ALARM_PERIOD, statistic: 'Maximum' }),
      threshold: Duration.minutes(10).toSeconds(),
    });

    const work = new QueueWithDeadLetters(this, 'Work', {
      ...{ deployment, alarms, name: `work-${department.id}` },
      visibility: LEASE,
      mostDeliveries: MOST_LEASES,
    });
    work.subscribeTo(events, [commands.assign.event], department.id);
    new CfnOutput(this, 'WorkQueueUrl', { value: work.queue.queueUrl, description: `The work of ${department.id}` });

    if (userPoolId) {
      new CfnUserPoolGroup(this, 'Group', { userPoolId, groupName: `department:${department.id}` });
    }
  }
}
