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

  const issuer = addressOf('issuer', wish('issuer'), /^https?:$/);
  const identity = identityOf(preset, issuer, wish('audience'));
  const region = wish('region');
  if (identity.kind === 'cognito' && (region ?? deployRegion)?.startsWith('cn-')) {
    throw new SettingsError("China's regions have no Cognito user pools: name your issuer with -c issuer=… and -c audience=….");
  }
  const local = addressOf('local', wish('local'), /^https?:$/);
  const enforcesIam = wish('enforce-iam') === 'true';
  if (enforcesIam && !local) throw new SettingsError('-c enforce-iam=true is only for a local AWS: name it with -c local=….');

  const publicUrl = addressOf('public-url', wish('public-url'), /^https:$/) ?? preset.publicUrl;
  const agentNumber = wish('agent-number') ?? preset.agentNumber;
  const alarmEmail = wish('alarm-email') ?? preset.alarmEmail;
  const stage: Stage = {
    ...preset,
    ...{ identity, groupsClaim: wish('groups-claim') ?? preset.groupsClaim },
    ...(publicUrl && { publicUrl }),
    ...(agentNumber && { agentNumber }),
    ...(alarmEmail && { alarmEmail }),
  };
  return {
    stage,
    district,
    ...(region && { region }),
    ...(local && { local: localDifferences(local, enforcesIam) }),
  };
};
