import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { OfferedFacts } from '#domain/calls/own-tickets.ts';
import { TicketSummary } from '#domain/tickets/ticket-summary.ts';
import type { Deployment } from './deployment.ts';

/** The indexes of the tickets' table; their keys are `<name>Pk` and `<name>Sk`. Most hold keys alone. */
const INDEXES = ['byReporter', 'byList', 'byPhone', 'byDue', 'byTime'] as const;

export type TicketsIndex = (typeof INDEXES)[number];

/**
 * What of a ticket's row stands in an index: what a list shows and filters by, and what a call may offer, whose sort key says
 * already when it was opened. Its number is a key already; an index takes twenty attributes.
 */
const INCLUDED: Partial<Record<TicketsIndex, string[]>> = {
  byList: Object.keys(TicketSummary().shape).filter((name) => name !== 'number'),
  byPhone: Object.keys(OfferedFacts().omit({ openedAt: true }).shape),
};

const KEYS = {
  partitionKey: { name: 'pk', type: AttributeType.STRING },
  sortKey: { name: 'sk', type: AttributeType.STRING },
} as const;

const kept = ({ stage, removal }: Deployment) => ({
  billingMode: BillingMode.PAY_PER_REQUEST,
  encryption: TableEncryption.AWS_MANAGED,
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  deletionProtection: stage.keepsData,
  removalPolicy: removal,
});

/** Tickets, their events, contacts and idempotency marks; calls and call-backs. What happened leaves by its stream. */
export class TicketsTable extends Table {
  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id, {
      ...KEYS,
      ...kept(deployment),
      stream: StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: 'expiresAt',
    });
    for (const indexName of INDEXES) {
      const included = INCLUDED[indexName] ?? [];
      this.addGlobalSecondaryIndex({
        indexName,
        ...(included.length > 0
          ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: included }
          : { projectionType: ProjectionType.KEYS_ONLY }),
        partitionKey: { name: `${indexName}Pk`, type: AttributeType.STRING },
        sortKey: { name: `${indexName}Sk`, type: AttributeType.STRING },
      });
    }
  }
}

/** The figures; they can be computed anew from the tickets, but not quickly. */
export class FiguresTable extends Table {
  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id, { ...KEYS, ...kept(deployment) });
  }
}
