import { readFileSync } from 'node:fs';
import { Aws, CfnOutput } from 'aws-cdk-lib';
import { CfnContactFlow, CfnIntegrationAssociation } from 'aws-cdk-lib/aws-connect';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { ConnectInstance } from '#infra/stages.ts';
import type { Alarms } from './alarms.ts';
import { type Deployment, nameOf } from './deployment.ts';
import type { HotlineFunction } from './hotline-function.ts';

interface ConnectFlowProps {
  deployment: Deployment;
  alarms: Alarms;
  instance: ConnectInstance;
  answer: HotlineFunction;
  fallback: HotlineFunction;
  end: HotlineFunction;
}

const TEMPLATE = new URL('../connect/contact-flow.json', import.meta.url);

/** The contact flow of an Amazon Connect instance, which may invoke the hotline's functions and tells when a contact ends. */
export class ConnectFlow extends Construct {
  constructor(scope: Construct, id: string, { deployment, alarms, instance, answer, fallback, end }: ConnectFlowProps) {
    super(scope, id);
    const { arn, queue, bot } = instance;
    const allowed = Object.entries({ Answer: answer, Fallback: fallback }).map(([name, { lambda }]) => {
      lambda.addPermission(`${name}FromConnect`, {
        principal: new ServicePrincipal('connect.amazonaws.com'),
        sourceArn: arn,
        sourceAccount: Aws.ACCOUNT_ID,
      });
      return new CfnIntegrationAssociation(this, name, {
        instanceId: arn,
        integrationType: 'LAMBDA_FUNCTION',
        integrationArn: lambda.functionArn,
      });
    });
    // Without a queue or a bot their branches are never taken: the function that answers knows that they are not there.
    // An address that is only known when it is needed is accepted, an invented one is not.
    const values: Record<string, string> = {
      AnswerFunctionArn: answer.lambda.functionArn,
      FallbackFunctionArn: fallback.lambda.functionArn,
      QueueArn: queue ?? '$.External.queue',
      BotAliasArn: bot ?? '$.External.bot',
    };
    const content = readFileSync(TEMPLATE, 'utf8').replace(/\$\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);
    const flow = new CfnContactFlow(this, 'Flow', {
      instanceArn: arn,
      name: nameOf(deployment, 'calls'),
      type: 'CONTACT_FLOW',
      content,
      description: 'What callers of the hotline hear; point a phone number of the instance at it',
    });
    // A flow is refused that invokes what the instance may not invoke yet.
    for (const association of allowed) flow.addResourceDependency(association);
    new Rule(this, 'ContactsEnd', {
      eventPattern: {
        source: ['aws.connect'],
        detailType: ['Amazon Connect Contact Event'],
        detail: { eventType: ['DISCONNECTED'], instanceArn: [arn] },
      },
      targets: [new LambdaFunction(end.lambda)],
    });
    // Connect and EventBridge keep a failure to themselves.
    for (const invoked of [answer, fallback, end]) invoked.ringWhenItFails(alarms);
    new CfnOutput(this, 'ContactFlowArn', { value: flow.attrContactFlowArn });
  }
}
