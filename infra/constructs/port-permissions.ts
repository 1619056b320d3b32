import { Aws } from 'aws-cdk-lib';
import type { PortName, Ports, Touches } from '#ports/ports.ts';
import { type Deployment, workQueuePrefix } from './deployment.ts';
import { allow } from './permissions.ts';
import type { StarredPermission } from './recordings-bucket.ts';
import type { Resources } from './resources.ts';
import type { TicketsIndex } from './tickets-table.ts';

/** Actions on one of the resources, as AWS names them, or on one index of the tickets' table. */
type Grant = Partial<Record<GrantedOn, readonly string[]>>;
type GrantedOn =
  | 'tickets'
  | TicketsIndex
  | 'figures'
  | 'workQueues'
  | 'callBacks'
  | 'bucket'
  | 'kept'
  | 'recorded'
  | 'recordingsKey'
  | 'madeRecordings'
  | 'parkedCalls'
  | 'secret';

type MethodsOf<Port> = Port extends (...given: never[]) => unknown ? 'call' : keyof Port;

const get: Grant = { tickets: ['dynamodb:GetItem'] };
const put: Grant = { tickets: ['dynamodb:PutItem'] };
const update: Grant = { tickets: ['dynamodb:UpdateItem'] };
/** What is sealed or named with the deployment's secret. */
const sealed: Grant = { secret: ['secretsmanager:GetSecretValue'] };
const work = (action: string): Grant => ({ workQueues: ['sqs:GetQueueUrl', action], ...sealed });

/** What each method of each port takes. A transaction needs the actions of its parts; a replay reads what it finds. */
const grants: { [Port in PortName]: Record<MethodsOf<Ports[Port]>, Grant> } = {
  store: {
    open: { tickets: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:Query'] },
    join: { tickets: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'] },
    commit: put,
    get: { tickets: ['dynamodb:Query'] },
    contact: get,
    numberOf: get,
    events: { tickets: ['dynamodb:Query'] },
  },
  lists: {
    ofReporter: { byReporter: ['dynamodb:Query'], tickets: ['dynamodb:BatchGetItem'] },
    allOpen: { byList: ['dynamodb:Query'] },
    doneIn: { byList: ['dynamodb:Query'] },
    changedSince: { byTime: ['dynamodb:Query'], tickets: ['dynamodb:BatchGetItem'] },
  },
  telephoneTickets: { offered: { byPhone: ['dynamodb:Query'] } },
  dueIndex: { due: { byDue: ['dynamodb:Query'] } },
  calls: {
    get,
    addTurn: update,
    silent: { byDue: ['dynamodb:Query'] },
    end: { tickets: ['dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    correct: { tickets: ['dynamodb:PutItem', 'dynamodb:UpdateItem'] },
  },
  callBacks: { ofCaller: get, get, waiting: { byDue: ['dynamodb:Query'] }, replace: put },
  phoneKeys: { of: sealed },
  lookUps: { get, ask: put, replace: put },
  lookUpCodes: { of: sealed },
  callerSeal: { seal: sealed, open: sealed },
  sent: { claim: { tickets: ['dynamodb:GetItem', 'dynamodb:PutItem'] }, release: put, settle: put },
  dutyRings: { of: get, replace: put },
  dayCounts: { take: update, giveBack: update },
  source: {
    recordedIn: { byTime: ['dynamodb:Query'] },
    openedIn: { byTime: ['dynamodb:Query'], tickets: ['dynamodb:BatchGetItem'] },
  },
  figures: {
    within: { figures: ['dynamodb:Query'] },
    at: { figures: ['dynamodb:BatchGetItem'] },
    replace: { figures: ['dynamodb:PutItem', 'dynamodb:DeleteItem'] },
    progress: { figures: ['dynamodb:GetItem'] },
    advance: { figures: ['dynamodb:PutItem'] },
  },
  workQueue: {
    lease: work('sqs:ReceiveMessage'),
    acknowledge: work('sqs:DeleteMessage'),
    giveBack: work('sqs:ChangeMessageVisibility'),
    size: { workQueues: ['sqs:GetQueueUrl', 'sqs:GetQueueAttributes'] },
  },
  callBackQueue: {
    lease: { callBacks: ['sqs:ReceiveMessage'], ...sealed },
    standing: sealed,
    acknowledge: { callBacks: ['sqs:DeleteMessage'], ...sealed },
    giveBack: { callBacks: ['sqs:ChangeMessageVisibility'], ...sealed },
    size: { callBacks: ['sqs:GetQueueAttributes'] },
  },
  archive: {
    keep: { kept: ['s3:PutObject'] },
    // Without the right to list, S3 says of what is not there that it is forbidden.
    has: { bucket: ['s3:ListBucket'], recorded: ['s3:GetObject'] },
    linkTo: { recorded: ['s3:GetObject'], recordingsKey: ['kms:Decrypt'] },
  },
  sendRecordings: { call: { madeRecordings: ['sqs:SendMessage'] } },
  park: { call: { parkedCalls: ['sqs:SendMessage'], ...sealed } },
};

/** The actions that a function which touches these may do, by what it may do them on. */
const grantsOf = (touches: Touches): Map<GrantedOn, string[]> => {
  const all = new Map<GrantedOn, string[]>();
  for (const [port, methods] of Object.entries(touches) as [PortName, true | readonly string[]][]) {
    const ofPort = grants[port] as Record<string, Grant>;
    for (const method of methods === true ? ['call'] : methods) {
      for (const [on, actions] of Object.entries(ofPort[method] ?? {}) as [GrantedOn, readonly string[]][]) {
        all.set(on, [...new Set([...(all.get(on) ?? []), ...actions])]);
      }
    }
  }
  return all;
};

/** The ARNs of the work queues of all departments, by their names. */
const workQueueArns = (deployment: Deployment): string[] =>
  deployment.district.departments.map(
    ({ id }) => `arn:${Aws.PARTITION}:sqs:${Aws.REGION}:${Aws.ACCOUNT_ID}:${workQueuePrefix(deployment)}${id}`,
  );

/** The ARNs that each grant is on, but for the objects of the bucket. */
const arnsIn = ({ tickets, figures, ...others }: Resources, deployment: Deployment) => ({
  tickets: [tickets.tableArn],
  byReporter: [`${tickets.tableArn}/index/byReporter`],
  byList: [`${tickets.tableArn}/index/byList`],
  byPhone: [`${tickets.tableArn}/index/byPhone`],
  byDue: [`${tickets.tableArn}/index/byDue`],
  byTime: [`${tickets.tableArn}/index/byTime`],
  figures: [figures.tableArn],
  workQueues: workQueueArns(deployment),
  callBacks: [others.callBacks.queueArn],
  madeRecordings: [others.madeRecordings.queueArn],
  parkedCalls: [others.parkedCalls.queueArn],
  secret: [others.secret.secretArn],
  bucket: [others.recordings.bucketArn],
  // What an instance of Connect brought it has encrypted with a key of its own.
  recordingsKey: [deployment.stage.connect?.key ?? []].flat(),
});

/** Below which prefixes of the bucket a grant on its objects is. */
const PREFIXES = { kept: ['recordings'], recorded: ['recordings', 'incoming', '20??'] } as const;

/** All that a role needs to touch these: statements, and what the rules of AwsSolutions find in them. */
export const permissionsOf = (touches: Touches, resources: Resources, deployment: Deployment): StarredPermission[] => {
  const arns = arnsIn(resources, deployment);
  return [...grantsOf(touches)].flatMap(([on, actions]) => {
    if (on === 'kept' || on === 'recorded') return [resources.recordings.below(PREFIXES[on], actions)];
    return arns[on].length > 0 ? [{ statement: allow(actions, ...arns[on]), findings: [] }] : [];
  });
};
