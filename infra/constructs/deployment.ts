import { RemovalPolicy } from 'aws-cdk-lib';
import type { District } from '../../shared/domain/district.ts';
import type { Bundles } from '../bundle/bundles.ts';
import type { Settings } from '../settings.ts';
import type { Stage } from '../stages.ts';

/** What is the same for all stacks of one deployment, and handed down to every construct. */
export interface Deployment {
  stage: Stage;
  district: District;
  /** The folders of the functions' code. */
  bundles: Bundles;
  local: Settings['local'];
  /** Queues and topics refuse what comes over plain http. */
  requiresTls: boolean;
  removal: RemovalPolicy;
}

/** Puts together what the constructs need to know. */
export const deploymentOf = ({ stage, local }: Settings, district: District, bundles: Bundles): Deployment => ({
  ...{ stage, district, bundles, local },
  requiresTls: local?.requiresTls ?? true,
  removal: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
});

/** SQS allows no longer names. */
const LONGEST_NAME = 80;

/** The name of something that an operator reads at night, or that doors address by it: `hotline-dev-linzi-work-water`. */
export const nameOf = ({ stage, district }: Pick<Deployment, 'stage' | 'district'>, ...parts: string[]): string => {
  const name = ['hotline', stage.name, district.id, ...parts].join('-');
  if (name.length <= LONGEST_NAME) return name;
  throw new Error(
    `The name ${name} is longer than ${LONGEST_NAME} characters: give the district or the department a shorter id.`,
  );
};

/** What the names of all work queues begin with; doors add the department. */
export const workQueuePrefix = (deployment: Deployment): string => `${nameOf(deployment, 'work')}-`;
