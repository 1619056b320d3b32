import { type Duration, Tags, Validations } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  EventSourceMapping,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Touches } from '#ports/ports.ts';
import { variablesOf } from '#ports/variables.ts';
import { ALARM_PERIOD, type Alarms } from './alarms.ts';
import type { Deployment } from './deployment.ts';
import { functionRole } from './function-role.ts';
import { allow } from './permissions.ts';
import { permissionsOf } from './port-permissions.ts';
import { type Resources, valuesOf } from './resources.ts';

/** What every function is given. */
export interface FunctionParts {
  deployment: Deployment;
  alarms: Alarms;
  /** All that functions touch through their ports; what each may touch of it, it declares. */
  resources: Resources;
}

export interface HotlineFunctionProps extends FunctionParts {
  /** The folder in functions/. */
  name: string;
  timeout: Duration;
  /** In megabytes; the share of a processor grows with it. */
  memory?: number;
  /** So many of it run at once at most, and as many always may; without it, as many as the account allows. */
  concurrency?: number | undefined;
  /** What its env.ts or its operations declare: from here come its permissions and the variables of its ports. */
  touches: Touches;
  /** Variables of its own. */
  environment?: Record<string, string>;
  /** What it may do besides, and besides writing its own log. */
  may?: PolicyStatement[];
}

/** One of our Lambdas: the code of its folder, a role and a log of its own. A law of the tests asks who notices its failures. */
export class HotlineFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly log: LogGroup;
  private readonly name: string;

  constructor(scope: Construct, id: string, props: HotlineFunctionProps) {
    super(scope, id);
    const { deployment, name, timeout, touches, resources, environment: own = {}, may = [] } = props;
    // This is where starts stop being slow.
    const { memory = 512, concurrency } = props;
    const ofPorts = permissionsOf(touches, resources, deployment);
    const values = valuesOf(resources, deployment);
    const environment = { ...Object.fromEntries(variablesOf(touches).map((variable) => [variable, values[variable]])), ...own };
    this.name = name;
    const permission = deployment.local?.permission ?? ((statement: PolicyStatement) => statement);
    const logGroup = new LogGroup(this, 'Log', {
      retention: deployment.stage.logRetention,
      removalPolicy: deployment.removalOfNamed,
    });
    this.log = logGroup;
    const role = functionRole(this, name, [
      allow(['logs:CreateLogStream', 'logs:PutLogEvents'], logGroup.logGroupArn),
      ...[...ofPorts.map(({ statement }) => statement), ...may].map(permission),
    ]);
    for (const id of new Set(ofPorts.flatMap(({ findings }) => findings))) {
      Validations.of(role).acknowledge({
        id,
        reason: 'Recordings are named when they are made, so no template can name each of them.',
      });
    }
    this.lambda = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(deployment.bundles(name)),
      handler: 'index.handler',
      memorySize: memory,
      ...(concurrency !== undefined && { reservedConcurrentExecutions: concurrency }),
      // Ours are lines of JSON already.
      loggingFormat: LoggingFormat.TEXT,
      timeout,
      environment,
      role,
      logGroup,
    });
    Tags.of(this).add('function', name);
  }

  /** For a function whose failures nothing else shows: no dead letters within minutes, and no answer 500 of the API. */
  ringWhenItFails(alarms: Alarms): void {
    alarms.ring(this, 'Errors', {
      name: `${this.name}-fails`,
      whatToDo: `${this.name} crashed or ran out of time; its log says why: fields message, error and correlationId.`,
      metric: this.lambda.metricErrors({ period: ALARM_PERIOD }),
      threshold: 1,
    });
  }

  /** Feeds it from a queue; messages fail one by one, and no more than so many of it run at once, each with a batch of so many. */
  protected consume(queue: IQueue, { mostAtOnce, batch = 10 }: { mostAtOnce: number; batch?: number }): void {
    new EventSourceMapping(this, 'Queue', {
      target: this.lambda,
      eventSourceArn: queue.queueArn,
      batchSize: batch,
      reportBatchItemFailures: true,
      maxConcurrency: mostAtOnce,
    });
  }
}
