import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { deploymentOf } from '#infra/constructs/deployment.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import { readSettings } from '#infra/settings.ts';
import { DataStack } from '#infra/stacks/data-stack.ts';
import { projectFolder } from './project-folder.ts';

type TableProperties = Omit<CreateTableCommandInput, 'TableName' | 'StreamSpecification' | 'SSESpecification'> & {
  TimeToLiveSpecification?: { AttributeName: string; Enabled: boolean };
};

/** The synthesised template of the stack that holds the tables. It ships no code, so none is compiled for it. */
export const dataTemplate = (): Template => {
  const noCode = (name: string): string => {
    throw new Error(`the data stack ships no code, least of all that of ${name}`);
  };
  const deployment = deploymentOf(readSettings({}), readDistrict(join(projectFolder, 'config/example')).district, noCode);
  const outdir = mkdtempSync(join(tmpdir(), 'data-template-'));
  try {
    return Template.fromStack(new DataStack(new App({ analyticsReporting: false, outdir }), 'data', { deployment }));
  } finally {
    rmSync(outdir, { recursive: true });
  }
};

/** What the template says of the table whose logical id begins so. */
export const tableIn = (template: Template, logicalId: string): TableProperties => {
  const tables = Object.entries(template.findResources('AWS::DynamoDB::Table'));
  const found = tables.find(([id]) => id.startsWith(logicalId))?.[1];
  if (!found) throw new Error(`the template has no table ${logicalId}, only ${tables.map(([id]) => id).join(', ')}`);
  return found.Properties as TableProperties;
};

let made = 0;

/** Makes an empty table with the keys and indexes of the template's, and gives its name, which no other has. */
export const createTableFromTemplate = async (client: DynamoDBClient, template: Template, logicalId: string): Promise<string> => {
  const { KeySchema, AttributeDefinitions, BillingMode, GlobalSecondaryIndexes } = tableIn(template, logicalId);
  made += 1;
  const TableName = `${logicalId}-${process.pid}-${made}`;
  const table = {
    TableName,
    KeySchema,
    AttributeDefinitions,
    BillingMode,
    ...(GlobalSecondaryIndexes && { GlobalSecondaryIndexes }),
  };
  await client.send(new CreateTableCommand(table)).catch((error: unknown) => {
    // On a busy machine the client asks a second time for what the first request has made.
    if (!(error instanceof ResourceInUseException)) throw error;
  });
  return TableName;
};

/** Makes both tables as they are deployed, empty, and gives their names. */
export const createTables = async (client: DynamoDBClient): Promise<{ tickets: string; figures: string }> => {
  const template = dataTemplate();
  return {
    tickets: await createTableFromTemplate(client, template, 'Tickets'),
    figures: await createTableFromTemplate(client, template, 'Figures'),
  };
};
