import { type LocalDifferences, localDifferences } from './local.ts';
import { type Identity, type Stage, stages } from './stages.ts';

/** What one `cdk synth` is asked for. */
export interface Settings {
  stage: Stage;
  /** A folder of config/. */
  district: string;
  /** Without one the templates fit every region. */
  region?: string;
  local?: LocalDifferences;
}

/** A setting that can't be; the sentence says what can. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const KEYS = {
  stage: 'dev',
  district: 'linzi',
  region: 'cn-north-1',
  issuer: 'https://login.example.cn',
  audience: 'hotline',
  'groups-claim': 'groups',
  'public-url': 'https://hotline.example.cn',
  'agent-number': '+8653312345',
  'agent-queue': 'agents',
  'emergency-dial': 'true',
  'phone-account': 'AC0123456789abcdef0123456789abcdef',
  'caller-id': '+8653381890',
  'phone-api': 'https://api.twilio.com',
  'recordings-days': '365',
  'connect-instance': 'arn:aws:connect:eu-central-1:123456789012:instance/…',
  'connect-queue': 'arn:aws:connect:eu-central-1:123456789012:instance/…/queue/…',
  'connect-key': 'arn:aws:kms:eu-central-1:123456789012:key/…',
  'connect-bot': 'arn:aws:lex:eu-central-1:123456789012:bot-alias/…/…',
  'alarm-email': 'night@example.cn',
  local: 'http://127.0.0.1:4566',
  'enforce-iam': 'true',
} as const;
type Key = keyof typeof KEYS;

const identityOf = (stage: Stage, issuer: string | undefined, audience: string | undefined): Identity => {
  if (!issuer && !audience) return stage.identity;
  if (!issuer || !audience) throw new SettingsError('An outside issuer of tokens needs both: -c issuer=… and -c audience=….');
  return { kind: 'oidc', issuer, audience };
};

const addressOf = (key: Key, value: string | undefined, protocols: RegExp): string | undefined => {
  if (value === undefined) return undefined;
  if (URL.canParse(value) && protocols.test(new URL(value).protocol)) return value.replace(/\/+$/, '');
  throw new SettingsError(`-c ${key}=${value} is not an address like ${KEYS[key]}.`);
};

const like = (key: Key, value: string | undefined, form: RegExp): string | undefined => {
  if (value === undefined || form.test(value)) return value;
  throw new SettingsError(`-c ${key}=${value} is not of the form ${KEYS[key]}.`);
};

const isOn = (key: Key, value: string | undefined): boolean => {
  if (value === undefined || value === 'true' || value === 'false') return value === 'true';
  throw new SettingsError(`-c ${key}=${value} is neither true nor false.`);
};

/** Partition, region and account of what an ARN names, without its service. */
const placeOf = (arn = ''): string => arn.split(':').toSpliced(2, 1).slice(1, 4).join(':');

type Wish = (key: Key) => string | undefined;

/** How calls reach agents, how the hotline rings people, and an Amazon Connect instance. */
const phoneOf = (wish: Wish, local: boolean): Partial<Stage> => {
  const agentNumber = like('agent-number', wish('agent-number'), /^\+?\d{3,18}$|^sips?:\S+$/);
  const agentQueue = like('agent-queue', wish('agent-queue'), /^[\w-]{1,64}$/);
  if (agentNumber && agentQueue)
    throw new SettingsError('Agents have a number or a queue: leave -c agent-number=… or -c agent-queue=… out.');
  const phoneAccount = like('phone-account', wish('phone-account'), /^[A-Za-z]{2}\w{8,64}$/);
  const callerId = like('caller-id', wish('caller-id'), /^\+\d{3,15}$/);
  if (!phoneAccount !== !callerId)
    throw new SettingsError('To ring and text people both are needed: -c phone-account=… and -c caller-id=….');
  const phoneApi = addressOf('phone-api', wish('phone-api'), local ? /^https?:$/ : /^https:$/);
  const days = like('recordings-days', wish('recordings-days'), /^[1-9]\d{0,4}$/);
  const arn = like('connect-instance', wish('connect-instance'), /^arn:[\w-]+:connect:[\w-]+:\d{12}:instance\/[\w-]+$/);
  const queue = like(
    'connect-queue',
    wish('connect-queue'),
    /^arn:[\w-]+:connect:[\w-]+:\d{12}:instance\/[\w-]+\/queue\/[\w-]+$/,
  );
  const bot = like('connect-bot', wish('connect-bot'), /^arn:[\w-]+:lex:[\w-]+:\d{12}:bot-alias\/\w+\/\w+$/);
  const key = like('connect-key', wish('connect-key'), /^arn:[\w-]+:kms:[\w-]+:\d{12}:key\/[\w-]+$/);
  if (!arn && (queue || bot || key))
    throw new SettingsError('A queue, a bot and a key are those of an instance: name it with -c connect-instance=….');
  if (queue && !queue.startsWith(`${arn}/queue/`))
    throw new SettingsError('-c connect-queue=… is a queue of another instance than -c connect-instance=….');
  if (bot && placeOf(bot) !== placeOf(arn))
    throw new SettingsError('-c connect-bot=… is not in the region and account of -c connect-instance=….');
  return {
    ...(agentNumber && { agentNumber }),
    ...(agentQueue && { agentQueue }),
    ...(isOn('emergency-dial', wish('emergency-dial')) && { emergencyDial: true }),
    ...(phoneAccount && { phoneAccount }),
    ...(callerId && { callerId }),
    ...(phoneApi && { phoneApi }),
    ...(days && { recordingsDays: Number(days) }),
    ...(arn && { connect: { arn, ...(queue && { queue }), ...(bot && { bot }), ...(key && { key }) } }),
  };
};

/** Reads the settings from the app's context. Throws a SettingsError, also for a key that it does not know: a misspelt one would deploy something else. */
export const readSettings = (context: Readonly<Record<string, unknown>>, deployRegion?: string): Settings => {
  // The CLI and its feature flags write their own keys, all with a colon or a slash.
  const unknown = Object.keys(context).find((key) => !/[:/]/.test(key) && !(key in KEYS));
  if (unknown) throw new SettingsError(`There is no setting "${unknown}"; those of -c are ${Object.keys(KEYS).join(', ')}.`);
  const wish = (key: Key): string | undefined => (context[key] ? String(context[key]) : undefined);

  const name = wish('stage') ?? 'dev';
  if (!Object.hasOwn(stages, name)) {
    throw new SettingsError(`There is no stage "${name}"; there are ${Object.keys(stages).join(' and ')}.`);
  }
  const preset: Stage = stages[name as keyof typeof stages];
  const district = wish('district') ?? 'linzi';
  if (!/^[a-z][a-z0-9-]*$/.test(district)) {
    throw new SettingsError(`-c district=${district} is not the name of a folder in config/, such as linzi.`);
  }

  // As it is: tokens name their issuer to the letter, some with a slash at the end.
  const issuer = like('issuer', wish('issuer'), wish('local') ? /^https?:\/\/\S+$/ : /^https:\/\/\S+$/);
  const identity = identityOf(preset, issuer, wish('audience'));
  const region = like('region', wish('region'), /^[a-z]{2}(-[a-z]+)+-\d$/);
  if (identity.kind === 'cognito' && (region ?? deployRegion)?.startsWith('cn-')) {
    throw new SettingsError("China's regions have no Cognito user pools: name your issuer with -c issuer=… and -c audience=….");
  }
  const local = addressOf('local', wish('local'), /^https?:$/);
  const enforcesIam = isOn('enforce-iam', wish('enforce-iam'));
  if (enforcesIam && !local) throw new SettingsError('-c enforce-iam=true is only for a local AWS: name it with -c local=….');

  const publicUrl = addressOf('public-url', wish('public-url'), /^https:$/) ?? preset.publicUrl;
  const alarmEmail = like('alarm-email', wish('alarm-email'), /^[^\s@]+@[^\s@]+\.[^\s@]+$/) ?? preset.alarmEmail;
  const stage: Stage = {
    ...preset,
    ...{ identity, groupsClaim: wish('groups-claim') ?? preset.groupsClaim },
    ...(publicUrl && { publicUrl }),
    ...phoneOf(wish, local !== undefined),
    ...(alarmEmail && { alarmEmail }),
  };
  const instanceRegion = stage.connect?.arn.split(':')[3];
  if (instanceRegion && (region ?? instanceRegion) !== instanceRegion)
    throw new SettingsError(
      `The Connect instance is in ${instanceRegion}, and so must be the deployment: leave -c region=… out.`,
    );
  return {
    stage,
    district,
    ...(region && { region }),
    ...(local && { local: localDifferences(local, enforcesIam) }),
  };
};
