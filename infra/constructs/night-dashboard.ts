import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmStatusWidget,
  AlarmWidget,
  Dashboard,
  GraphWidget,
  type IAlarm,
  type IMetric,
  Metric,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { ALARM_PERIOD, type Alarms } from './alarms.ts';
import { type Deployment, nameOf } from './deployment.ts';
import { FunctionsWidget } from './functions-widget.ts';
import type { HotlineApi } from './hotline-api.ts';

interface NightDashboardProps {
  deployment: Deployment;
  alarms: Alarms;
  api: HotlineApi;
}

const HELP = `**Look from the top.** A red alarm's text says what to do. Then: do calls come in and get answers, do events leave
the table, does work wait at a department? Messages of a dead-letter queue go back with \`npm run redrive -- <queue> --aws\`.`;

/** The dead-letter queues of the service. */
const DEAD_LETTERS = ['ticket-events-dlq', 'intake-dlq', 'publish-dlq', 'phone-dlq'];

const MINUTE = { period: Duration.minutes(1) };

/**
 * What an operator who was woken looks at, in the order in which a matter passes. Everything of another stack is shown
 * by its name: a reference would forbid that stack to change what is shown.
 */
export class NightDashboard extends Construct {
  private readonly deployment: Deployment;

  constructor(scope: Construct, id: string, { deployment, alarms, api }: NightDashboardProps) {
    super(scope, id);
    this.deployment = deployment;
    const dashboard = new Dashboard(this, 'Dashboard', {
      dashboardName: nameOf(deployment, 'night'),
      defaultInterval: Duration.hours(12),
    });
    dashboard.addWidgets(new TextWidget({ markdown: HELP, width: 24, height: 2 }));
    const all = alarms.ofService.map((name) => this.alarm(name));
    dashboard.addWidgets(new AlarmStatusWidget({ title: 'Alarms but for the lanes', alarms: all, width: 24, height: 6 }));
    this.addRequests(dashboard, api);
    dashboard.addWidgets(
      new AlarmWidget({
        title: 'Events that leave the table: how late (ms)',
        alarm: this.alarm(nameOf(deployment, 'publish-events-is-late')),
        width: 12,
        height: 6,
      }),
      graph('Intake: waiting, and the oldest (s)', [this.waiting('intake', 'waiting')], [this.age('intake', 'oldest')]),
    );
    this.addLanes(dashboard);
    dashboard.addWidgets(
      graph('Callers: parked while something failed, and to be rung back', [
        this.waiting('parked-calls', 'parked'),
        this.waiting('call-backs', 'to be rung back'),
      ]),
      graph(
        'Recordings and texts that wait',
        [this.waiting('recordings', 'recordings'), this.waiting('texts', 'texts')],
        [this.age('call-backs', 'oldest call-back (s)')],
      ),
    );
    dashboard.addWidgets(
      new FunctionsWidget('Runs', ['Invocations'], deployment),
      new FunctionsWidget('Crashes and throttles', ['Errors', 'Throttles'], deployment),
    );
    new CfnOutput(Stack.of(this), 'DashboardName', { value: dashboard.dashboardName });
  }

  private addRequests(dashboard: Dashboard, { http, stage }: HotlineApi): void {
    dashboard.addWidgets(
      graph('Requests, and those answered with an error', [
        stage.metricCount(MINUTE),
        stage.metricClientError(MINUTE),
        stage.metricServerError(MINUTE),
      ]),
      graph('How long an answer takes (ms)', [
        http.metricLatency({ ...MINUTE, statistic: 'p50' }),
        http.metricLatency({ ...MINUTE, statistic: 'p99' }),
      ]),
    );
  }

  private addLanes(dashboard: Dashboard): void {
    const ids = this.deployment.district.departments.map(({ id }) => id);
    const deadLetters = [...DEAD_LETTERS, ...ids.map((id) => `lane-${id}-dlq`)];
    dashboard.addWidgets(
      graph(
        'Waiting for a unit, by department',
        ids.map((id) => this.waiting(`routing-${id}`, id)),
      ),
      graph(
        'Dead letters',
        deadLetters.map((name) => this.waiting(name, name)),
      ),
    );
    dashboard.addWidgets(
      graph(
        'Work that no department has fetched',
        ids.map((id) => this.waiting(`work-${id}`, id)),
      ),
      graph(
        'The oldest of it (s)',
        ids.map((id) => this.age(`work-${id}`, id)),
      ),
    );
  }

  private alarm(fullName: string): IAlarm {
    return Alarm.fromAlarmName(this, `Shown-${fullName}-${this.node.children.length}`, fullName);
  }

  private waiting(queue: string, label: string): IMetric {
    return this.ofQueue(queue, 'ApproximateNumberOfMessagesVisible', label);
  }

  private age(queue: string, label: string): IMetric {
    return this.ofQueue(queue, 'ApproximateAgeOfOldestMessage', label);
  }

  private ofQueue(queue: string, metricName: string, label: string): IMetric {
    return new Metric({
      namespace: 'AWS/SQS',
      metricName,
      label,
      statistic: 'Maximum',
      period: ALARM_PERIOD,
      dimensionsMap: { QueueName: nameOf(this.deployment, queue) },
    });
  }
}

const graph = (title: string, left: IMetric[], right: IMetric[] = []): GraphWidget =>
  new GraphWidget({ title, left, right, width: 12, height: 6 });
