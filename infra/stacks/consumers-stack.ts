import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type Deployment, nameOf } from '#infra/constructs/deployment.ts';
import type { FunctionParts } from '#infra/constructs/hotline-function.ts';
import { QueueGroup } from '#infra/constructs/queue-group.ts';
import { EndSilentCalls } from '#infra/functions/end-silent-calls.ts';
import { FileParkedCalls } from '#infra/functions/file-parked-calls.ts';
import { KeepRecordings } from '#infra/functions/keep-recordings.ts';
import { PublishEvents } from '#infra/functions/publish-events.ts';
import { RaiseCards } from '#infra/functions/raise-cards.ts';
import { RollUpFigures } from '#infra/functions/roll-up-figures.ts';
import { RouteTicket } from '#infra/functions/route-ticket.ts';
import { TextReporters } from '#infra/functions/text-reporters.ts';
import type { DataStack } from './data-stack.ts';
import type { EventsStack } from './events-stack.ts';
import { resourcesOf } from './resources-of.ts';

interface ConsumersStackProps extends StackProps {
  deployment: Deployment;
  data: DataStack;
  events: EventsStack;
}

/** What publishes the table's events, empties the queues of the service, and runs each minute. */
export class ConsumersStack extends Stack {
  constructor(scope: Construct, id: string, { deployment, data, events, ...props }: ConsumersStackProps) {
    super(scope, id, props);
    const { alarms, phone } = events;
    const parts = { deployment, alarms, resources: resourcesOf(data, events) };
    this.addPublisher(parts, data, events);
    new RouteTicket(this, { ...parts, from: events.intake });

    const callers = { ...parts, queues: phone, phoneSecret: data.phoneSecret };
    new FileParkedCalls(this, callers);
    // A recording is tried for two days before it is a dead letter: too long to learn that none is kept.
    new KeepRecordings(this, callers).ringWhenItFails(alarms);
    new TextReporters(this, callers);

    new RaiseCards(this, parts);
    new RollUpFigures(this, parts);
    new EndSilentCalls(this, parts);
  }

  private addPublisher(parts: FunctionParts, { tickets }: DataStack, { events }: EventsStack): void {
    const group = new QueueGroup(this, 'Publish', {
      ...parts,
      name: 'publish',
      queues: { retry: { name: 'publish-retry', visibility: Duration.minutes(3), mostDeliveries: 5 } },
      whatToDo: `Read the log of publish-events. Rows that it could not read go back with npm run redrive -- ${nameOf(parts.deployment, 'publish-dlq')} --aws; what names a shard is a part of the stream that Lambda gave up, and the stream keeps it for a day.`,
    });
    new PublishEvents(this, { ...parts, tickets, events, retry: group.queues.retry, givenUp: group.deadLetters });
  }
}
