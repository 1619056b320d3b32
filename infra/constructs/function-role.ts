import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/** So many resources fit into the policies that a role holds itself: IAM takes 10,240 characters there. */
const MOST_RESOURCES = 80;
/** CDK spreads long policies over several, but never divides a statement. */
const A_STATEMENT = 40;

const inParts = ({ actions, resources }: PolicyStatement): PolicyStatement[] =>
  Array.from(
    { length: Math.ceil(resources.length / A_STATEMENT) },
    (_, n) => new PolicyStatement({ actions, resources: resources.slice(n * A_STATEMENT, (n + 1) * A_STATEMENT) }),
  );

/**
 * The role of one function, which may do this and nothing else. In a large district the queues of all departments do not
 * fit into it: then it gets policies beside it.
 */
export const functionRole = (scope: Construct, name: string, statements: readonly PolicyStatement[]): Role => {
  const fits = statements.flatMap(({ resources }) => resources).length <= MOST_RESOURCES;
  const role = new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: `What ${name} may do`,
    ...(fits && { inlinePolicies: { own: new PolicyDocument({ statements: [...statements] }) } }),
  });
  if (!fits) for (const part of statements.flatMap(inParts)) role.addToPrincipalPolicy(part);
  return role;
};
