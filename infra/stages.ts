import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** Who says who somebody is: our own user pool, or any other OIDC issuer (China's regions have no Cognito). */
export type Identity = { kind: 'cognito' } | { kind: 'oidc'; issuer: string; audience: string };

/** All in which two deployments of the hotline may differ, but for the district. */
export interface Stage {
  name: string;
  /** Data outlives its stack, and can't be deleted by mistake. */
  keepsData: boolean;
  logRetention: RetentionDays;
  identity: Identity;
  /** The claim of a token that holds the groups resident, agent, supervisor and department:<id>. */
  groupsClaim: string;
  /** Requests a second, over time and at once, that the API takes before it answers 429. */
  throttle: { rateLimit: number; burstLimit: number };
  /** The address under which the world knows the API (a custom domain); its own endpoint when absent. */
  publicUrl?: string;
  /** The desk's phone number or SIP address, to which the voice door connects; without it the phone is self-service alone. */
  agentNumber?: string;
  /** Who gets the alarms by mail. */
  alarmEmail?: string;
}

/** The stages that there are; context (`-c issuer=…`) may change a few of their settings for one deployment. */
export const stages = {
  dev: {
    name: 'dev',
    keepsData: false,
    logRetention: RetentionDays.TWO_WEEKS,
    identity: { kind: 'cognito' },
    groupsClaim: 'cognito:groups',
    throttle: { rateLimit: 200, burstLimit: 400 },
  },
  prod: {
    name: 'prod',
    keepsData: true,
    logRetention: RetentionDays.SIX_MONTHS,
    identity: { kind: 'cognito' },
    groupsClaim: 'cognito:groups',
    throttle: { rateLimit: 500, burstLimit: 1000 },
  },
} satisfies Record<string, Stage>;
