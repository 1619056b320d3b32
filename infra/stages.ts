import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** Who says who somebody is: our own user pool, or any other OIDC issuer (China's regions have no Cognito). */
export type Identity = { kind: 'cognito' } | { kind: 'oidc'; issuer: string; audience: string };

/** An Amazon Connect instance that takes calls for the hotline, its queue of agents and its Lex bot, by their ARNs. */
export interface ConnectInstance {
  arn: string;
  queue?: string;
  bot?: string;
  /** The KMS key with which the instance encrypts recordings. */
  key?: string;
}

/** CloudFront before the pages: at an address that AWS gives, or at a domain with its certificate (of ACM in us-east-1). */
export interface ContentDelivery {
  domain?: { name: string; certificate: string };
}

/** Requests that one route takes: a second, over time, and at once. */
export interface Throttle {
  rate: number;
  burst: number;
}

/** All in which two deployments of the hotline may differ, but for the district. */
export interface Stage {
  name: string;
  /** Whose data it is when nobody says; where there is none, somebody must. */
  defaultDistrict?: string;
  /** Data outlives its stack, and can't be deleted by mistake. */
  keepsData: boolean;
  logRetention: RetentionDays;
  identity: Identity;
  /** Residents sign up at our own user pool, with a code that it texts to their telephone. */
  residentsSignUp: boolean;
  /** The claim of a token that holds the groups resident, agent, supervisor and department:<id>. */
  groupsClaim: string;
  /** What each route takes before it answers 429; the API's routes, those that are open, and the phone's have limits of their own. */
  throttles: { api: Throttle; open: Throttle; phone: Throttle };
  /** The address under which the world knows the API (a custom domain); its own endpoint when absent. */
  publicUrl?: string;
  /** CloudFront stands before the pages; without it people open them at the address of the API. */
  contentDelivery?: ContentDelivery;
  /** The desk's phone number or SIP address, to which the voice door connects… */
  agentNumber?: string;
  /** …or the name of the provider's queue that agents serve; without either the phone is self-service alone. */
  agentQueue?: string;
  /** The phone line reaches 110, 119 and 120. */
  emergencyDial?: boolean;
  /** With which account, and from which number, the hotline rings and texts people; without both it does neither. */
  phoneAccount?: string;
  callerId?: string;
  /** Where the provider's own API is; Twilio's when absent. */
  phoneApi?: string;
  /** For so many days a recording is kept. */
  recordingsDays: number;
  connect?: ConnectInstance;
  /** So many requests of departments are served at once, whatever else runs in the account; without it nothing is reserved. */
  departmentConcurrency?: number;
  /** Who gets the alarms by mail. */
  alarmEmail?: string;
}

/** The stages that there are; context (`-c issuer=…`) may change a few of their settings for one deployment. */
export const stages = {
  dev: {
    name: 'dev',
    defaultDistrict: 'linzi',
    keepsData: false,
    logRetention: RetentionDays.TWO_WEEKS,
    identity: { kind: 'cognito' },
    residentsSignUp: true,
    groupsClaim: 'cognito:groups',
    throttles: { api: { rate: 50, burst: 50 }, open: { rate: 10, burst: 20 }, phone: { rate: 100, burst: 100 } },
    recordingsDays: 30,
  },
  prod: {
    name: 'prod',
    keepsData: true,
    logRetention: RetentionDays.SIX_MONTHS,
    identity: { kind: 'cognito' },
    residentsSignUp: true,
    groupsClaim: 'cognito:groups',
    throttles: { api: { rate: 150, burst: 100 }, open: { rate: 10, burst: 20 }, phone: { rate: 300, burst: 300 } },
    recordingsDays: 730,
  },
} satisfies Record<string, Stage>;
