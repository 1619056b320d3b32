import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { synthesise } from './synthesised.ts';

/** What CloudFormation replaces, with all that is in it, when its logical id changes. */
const STATEFUL = /::(DynamoDB::Table|Cognito::UserPool|Cognito::UserPoolClient|SecretsManager::Secret|SQS::Queue|SNS::Topic|ApiGatewayV2::Api)$/;

it('what holds something keeps its logical id', () => {
  const { resources } = synthesise({ district: 'example' });
  const ids = resources.filter(({ type }) => STATEFUL.test(type)).map(({ stack, id, type }) => `${stack}/${id} ${type}`);
  const committed: unknown = JSON.parse(readFileSync('test/infra/stateful-logical-ids.json', 'utf8'));
  // Change the list only together with a plan for what the old ones hold.
  expect(ids.sort()).toEqual(committed);
});
