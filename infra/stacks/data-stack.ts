import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Deployment } from '#infra/constructs/deployment.ts';
import { DeploymentSecret } from '#infra/constructs/deployment-secret.ts';
import { PhoneSigningSecret } from '#infra/constructs/phone-secret.ts';
import { RecordingsBucket } from '#infra/constructs/recordings-bucket.ts';
import { FiguresTable, TicketsTable } from '#infra/constructs/tickets-table.ts';
import { HotlineUserPool } from '#infra/constructs/user-pool.ts';

/** What must outlive any change of the service: tickets, figures, recordings, people, secrets. */
export class DataStack extends Stack {
  readonly tickets: Table;
  readonly figures: Table;
  readonly phoneSecret: Secret;
  readonly jambonzSecret: Secret;
  /** With it leases are sealed, and telephone numbers are made keys. */
  readonly secret: Secret;
  /** What callers said. */
  readonly recordings: RecordingsBucket;
  /** Absent where an outside issuer keeps the people. */
  readonly people: HotlineUserPool | undefined;

  constructor(scope: Construct, id: string, { deployment, ...props }: StackProps & { deployment: Deployment }) {
    super(scope, id, props);
    this.tickets = new TicketsTable(this, 'Tickets', deployment);
    this.figures = new FiguresTable(this, 'Figures', deployment);
    this.phoneSecret = new PhoneSigningSecret(this, 'PhoneSigningSecret', 'Twilio', deployment);
    this.jambonzSecret = new PhoneSigningSecret(this, 'JambonzSigningSecret', 'jambonz', deployment);
    this.secret = new DeploymentSecret(this, 'DeploymentSecret', deployment);
    this.recordings = new RecordingsBucket(this, 'Recordings', deployment);
    new CfnOutput(this, 'TicketsTable', { value: this.tickets.tableName });
    new CfnOutput(this, 'FiguresTable', { value: this.figures.tableName });
    new CfnOutput(this, 'PhoneSigningSecretArn', { value: this.phoneSecret.secretArn });
    new CfnOutput(this, 'JambonzSigningSecretArn', { value: this.jambonzSecret.secretArn });
    new CfnOutput(this, 'RecordingsBucket', { value: this.recordings.bucketName });

    if (deployment.stage.identity.kind === 'oidc') return;
    this.people = new HotlineUserPool(this, 'People', deployment);
    new CfnOutput(this, 'UserPoolId', { value: this.people.pool.userPoolId });
  }

  /** Absent where an outside issuer keeps the people. */
  get userPoolId(): string | undefined {
    return this.people?.pool.userPoolId;
  }
}
