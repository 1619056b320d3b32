import { Aws, Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { type Deployment, nameOf } from './deployment.ts';

/** One alarm: what is wrong, in the name; what to do about it, in the text. */
export interface AlarmProps {
  /** Behind `hotline-<stage>-<district>-`. */
  name: string;
  whatToDo: string;
  metric: IMetric;
  /** Rings when the metric reaches it… */
  threshold: number;
  /** …in so many periods in a row; 1 when absent. */
  periods?: number;
  /** Rings too when the metric has no values: nothing ran at all. */
  alsoWhenSilent?: boolean;
  /** Whose alarm it is; absent for those of the whole service. */
  department?: string;
}

/** How long a metric is looked at before an alarm decides. */
export const ALARM_PERIOD = Duration.minutes(5);

/** The ARNs of this deployment's alarms, in all of its stacks. */
const ownAlarms = (deployment: Deployment): string =>
  `arn:${Aws.PARTITION}:cloudwatch:${Aws.REGION}:${Aws.ACCOUNT_ID}:alarm:${nameOf(deployment, '*')}`;

/** The topic that wakes the operator. Every alarm of the deployment rings here, in whatever stack it is. */
export class Alarms extends Construct {
  readonly topic: ITopic;
  /** The full names of the alarms of the service so far, without those of single departments. */
  readonly ofService: string[] = [];
  private readonly deployment: Deployment;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    this.deployment = deployment;
    // Without a key: CloudWatch can't use the one that AWS keeps for SNS, and an alarm says nothing of a matter or a person.
    const topic = new Topic(this, 'Topic', {
      topicName: nameOf(deployment, 'alarms'),
      displayName: `hotline ${deployment.stage.name} ${deployment.district.id}`,
      enforceSSL: deployment.requiresTls,
    });
    // A policy of its own takes the place of the one that lets all of the account in, CloudWatch too.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { ArnLike: { 'aws:SourceArn': ownAlarms(deployment) } },
      }),
    );
    const { alarmEmail } = deployment.stage;
    if (alarmEmail) topic.addSubscription(new EmailSubscription(alarmEmail));
    this.topic = topic;
  }

  /** Makes an alarm in `scope`, which may be in another stack. */
  ring(scope: Construct, id: string, props: AlarmProps): void {
    const alarmName = nameOf(this.deployment, props.name);
    const alarm = new Alarm(scope, id, {
      alarmName,
      alarmDescription: props.whatToDo,
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: props.alsoWhenSilent ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    if (props.department === undefined) this.ofService.push(alarmName);
  }
}
