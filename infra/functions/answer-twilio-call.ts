import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { Env } from '../../functions/answer-call/env.ts';
import { answerCallContract } from '../../shared/contracts/webhooks/answer-call.ts';
import { ALARM_PERIOD } from '../constructs/alarms.ts';
import { nameOf } from '../constructs/deployment.ts';
import type { HotlineApi } from '../constructs/hotline-api.ts';
import { type FunctionParts, HotlineFunction } from '../constructs/hotline-function.ts';
import { allow, onTable } from '../constructs/permissions.ts';

interface AnswerCallProps extends FunctionParts {
  api: HotlineApi;
  tickets: Table;
  secret: Secret;
}

/** The phone provider's door: keeps the call step by step, opens a ticket, reads one by its number. */
export class AnswerCall extends HotlineFunction {
  constructor(scope: Construct, { api, tickets, secret, ...parts }: AnswerCallProps) {
    const { agentNumber } = parts.deployment.stage;
    super(scope, answerCallContract.name, {
      ...parts,
      name: answerCallContract.name,
      // A provider waits for 15 s and asks once more; what takes longer helps nobody on the phone.
      timeout: Duration.seconds(10),
      environment: {
        TICKETS_TABLE: tickets.tableName,
        SIGNING_SECRET: secret.secretArn,
        PUBLIC_URL: api.publicUrl,
        ...(agentNumber && { AGENT_NUMBER: agentNumber }),
      } satisfies z.input<typeof Env>,
      may: [onTable(tickets, 'GetItem', 'PutItem', 'UpdateItem'), allow(['secretsmanager:GetSecretValue'], secret.secretArn)],
    });
    api.serveWebhook(answerCallContract, this.lambda);

    // Whatever fails, the caller hears a sentence and the provider sees a 200: only the log tells.
    const failed = new MetricFilter(this, 'Failed', {
      logGroup: this.log,
      filterPattern: FilterPattern.stringValue('$.level', '=', 'error'),
      metricNamespace: 'Hotline',
      metricName: nameOf(parts.deployment, 'calls-not-answered'),
      metricValue: '1',
    });
    parts.alarms.ring(this, 'CallsFail', {
      name: 'calls-are-not-answered',
      whatToDo: 'Callers were told to wait or to ring later: the log of answer-call says why, fields outcome and error.',
      metric: failed.metric({ period: ALARM_PERIOD, statistic: 'Sum' }),
      threshold: 1,
    });
  }
}
