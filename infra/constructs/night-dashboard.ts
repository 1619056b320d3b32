import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { AlarmStatusWidget, Dashboard, GraphWidget, type IMetric, Metric, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { ALARM_PERIOD, type Alarms } from './alarms.ts';
import { type Deployment, nameOf } from './deployment.ts';
import type { EveryMinute } from './every-minute.ts';
import type { HotlineApi } from './hotline-api.ts';
import type { HotlineFunction } from './hotline-function.ts';

interface NightDashboardProps {
  deployment: Deployment;
  alarms: Alarms;
  api: HotlineApi;
  publisher: HotlineFunction;
  router: HotlineFunction;
  everyMinute: EveryMinute[];
}

const HELP = `**Look from the top.** A red alarm's text says what to do. Then: do calls come in and get answers, do events leave
the table, does work wait at a department? Messages of a dead-letter queue go back with \`npm run redrive -- <queue>\`.`;

/** What an operator who was woken looks at, in the order in which a matter passes. */
export class NightDashboard extends Construct {
  constructor(scope: Construct, id: string, { deployment, alarms, api, publisher, router, everyMinute }: NightDashboardProps) {
    super(scope, id);
    const { departments } = deployment.district;
    // By their names: the lanes are deployed after this.
    const ofQueue = (name: string, metricName: string, label: string): IMetric =>
      new Metric({
        ...{ namespace: 'AWS/SQS', metricName, label, statistic: 'Maximum', period: ALARM_PERIOD },
        dimensionsMap: { QueueName: nameOf(deployment, name) },
      });
    const waiting = (name: string, label: string) => ofQueue(name, 'ApproximateNumberOfMessagesVisible', label);
    const age = (name: string, label: string) => ofQueue(name, 'ApproximateAgeOfOldestMessage', label);
    const graph = (title: string, left: IMetric[], right: IMetric[] = []): GraphWidget =>
      new GraphWidget({ title, left, right, width: 12, height: 6 });
    const { http, stage } = api;
    const minutes = { period: Duration.minutes(1) };

    const dashboard = new Dashboard(this, 'Dashboard', {
      dashboardName: nameOf(deployment, 'night'),
      defaultInterval: Duration.hours(12),
    });
    dashboard.addWidgets(new TextWidget({ markdown: HELP, width: 24, height: 2 }));
    dashboard.addWidgets(
      new AlarmStatusWidget({ title: 'Alarms but for the lanes', alarms: [...alarms.all], width: 24, height: 6 }),
    );
    dashboard.addWidgets(
      graph('Requests, and those answered with an error', [
        stage.metricCount(minutes),
        stage.metricClientError(minutes),
        stage.metricServerError(minutes),
      ]),
      graph('How long an answer takes (ms)', [
        http.metricLatency({ ...minutes, statistic: 'p50' }),
        http.metricLatency({ ...minutes, statistic: 'p99' }),
      ]),
    );
    dashboard.addWidgets(
      graph('Events that leave the table: how late (ms)', [
        publisher.lambda.metric('IteratorAge', { ...minutes, statistic: 'Maximum' }),
      ]),
      graph('Intake: waiting, and the oldest (s)', [waiting('intake', 'waiting')], [age('intake', 'oldest')]),
    );
    dashboard.addWidgets(
      graph(
        'Waiting for a unit, by department',
        departments.map(({ id }) => waiting(`routing-${id}`, id)),
      ),
      graph('Dead letters', [
        ...[
          ...['intake-dlq', 'publish-retry-dlq', 'publish-given-up'],
          ...['recordings-dlq', 'parked-calls-dlq', 'texts-dlq', 'call-backs-dlq'],
        ].map((name) => waiting(name, name)),
        ...departments.flatMap(({ id }) => [`routing-${id}-dlq`, `work-${id}-dlq`]).map((name) => waiting(name, name)),
      ]),
    );
    dashboard.addWidgets(
      graph(
        'Work that no department has fetched',
        departments.map(({ id }) => waiting(`work-${id}`, id)),
      ),
      graph(
        'The oldest of it (s)',
        departments.map(({ id }) => age(`work-${id}`, id)),
      ),
    );
    dashboard.addWidgets(
      graph('Callers: parked while something failed, and to be rung back', [
        waiting('parked-calls', 'parked'),
        waiting('call-backs', 'to be rung back'),
      ]),
      graph(
        'Recordings and texts that wait',
        [waiting('recordings', 'recordings'), waiting('texts', 'texts')],
        [age('call-backs', 'oldest call-back (s)')],
      ),
    );
    const busy = [publisher, router, ...everyMinute];
    dashboard.addWidgets(
      graph(
        'Runs',
        busy.map(({ lambda, node }) => lambda.metricInvocations({ ...minutes, label: node.id })),
      ),
      graph('Crashes and throttles', [
        ...busy.map(({ lambda, node }) => lambda.metricErrors({ ...minutes, label: node.id })),
        ...busy.map(({ lambda, node }) => lambda.metricThrottles({ ...minutes, label: `${node.id} throttled` })),
      ]),
    );
    new CfnOutput(Stack.of(this), 'DashboardName', { value: dashboard.dashboardName });
  }
}
