import { RemovalPolicy } from 'aws-cdk-lib';
import type { District } from '#domain/district/district.ts';
import type { Bundles } from '#infra/bundle/bundles.ts';
import { SettingsError } from '#infra/setting-values.ts';
import type { Settings } from '#infra/settings.ts';
import type { Stage } from '#infra/stages.ts';

/** What is the same for all stacks of one deployment, and handed down to every construct. */
export interface Deployment {
  stage: Stage;
  district: District;
  /** The folders of the functions' code. */
  bundles: Bundles;
  local: Settings['local'];
  /** The contact flow can be deployed where an instance is named. */
  hasConnect: boolean;
  /** Queues and topics refuse what comes over plain http. */
  requiresTls: boolean;
  /** What becomes of data when its stack goes. */
  removal: RemovalPolicy;
  /** The same for what has a name of its own: a first try that fails must leave none behind, or the next finds it taken. */
  removalOfNamed: RemovalPolicy;
}

/** Puts together what the constructs need to know. */
export const deploymentOf = ({ stage, local }: Settings, district: District, bundles: Bundles): Deployment => ({
  stage,
  district,
  bundles,
  local,
  hasConnect: local?.hasConnect ?? true,
  requiresTls: local?.requiresTls ?? true,
  removal: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  removalOfNamed: stage.keepsData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
});

type Named = Pick<Deployment, 'stage' | 'district'>;

/** The name of something that an operator reads at night, or that doors address by it: `hotline-dev-linzi-work-water`. */
export const nameOf = ({ stage, district }: Named, ...parts: string[]): string =>
  ['hotline', stage.name, district.id, ...parts].join('-');

/** SQS allows no longer names. */
const LONGEST_QUEUE_NAME = 80;

/** The same for a queue. Throws a SettingsError when SQS would not take it. */
export const queueNameOf = (deployment: Named, name: string): string => {
  const queueName = nameOf(deployment, name);
  if (queueName.length <= LONGEST_QUEUE_NAME) return queueName;
  throw new SettingsError(
    `The queue ${queueName} can have at most ${LONGEST_QUEUE_NAME} characters: give the district or the department a shorter id.`,
  );
};

/** What the names of all work queues begin with; doors add the department. */
export const workQueuePrefix = (deployment: Deployment): string => `${nameOf(deployment, 'work')}-`;
