import { checkDelivery, deliveryIn } from './delivery-settings.ts';
import { type LocalDifferences, localDifferences } from './local.ts';
import { phoneIn } from './phone-settings.ts';
import { addressIn, EXAMPLES, isOn, SettingsError, textIn, type Written } from './setting-values.ts';
import { type Identity, type Stage, stages, type Throttle } from './stages.ts';

/** What one `cdk synth` is asked for. */
export interface Settings {
  stage: Stage;
  /** A folder of config/. */
  district: string;
  /** Without one the templates fit every region. */
  region?: string;
  local?: LocalDifferences;
}

/** Gives what was written. Throws a SettingsError for a key that is no setting: a misspelt one would deploy something else. */
const writtenIn = (context: Readonly<Record<string, unknown>>): Written => {
  // The CLI and its feature flags write their own keys, all with a colon or a slash.
  const unknown = Object.keys(context).find((key) => !/[:/]/.test(key) && !Object.hasOwn(EXAMPLES, key));
  if (unknown) throw new SettingsError(`There is no setting "${unknown}"; those of -c are ${Object.keys(EXAMPLES).join(', ')}.`);
  return (setting) => (context[setting] ? String(context[setting]) : undefined);
};

const presetIn = (written: Written): Stage => {
  const name = written('stage') ?? 'dev';
  if (Object.hasOwn(stages, name)) return stages[name as keyof typeof stages];
  throw new SettingsError(`There is no stage "${name}"; there are ${Object.keys(stages).join(' and ')}.`);
};

const districtIn = (written: Written, { name, defaultDistrict }: Stage): string => {
  const district = written('district') ?? defaultDistrict;
  if (district === undefined)
    throw new SettingsError(
      `The stage ${name} takes no district for granted: name yours, a folder in config/, with -c district=….`,
    );
  if (/^[a-z][a-z0-9-]*$/.test(district)) return district;
  throw new SettingsError(`-c district=${district} is not the name of a folder in config/, such as linzi.`);
};

const identityIn = (written: Written, preset: Stage): Identity => {
  // As it is: tokens name their issuer to the letter, some with a slash at the end.
  const issuer = textIn(written, 'issuer', written('local') ? /^https?:\/\/\S+$/ : /^https:\/\/\S+$/);
  const audience = written('audience');
  if (!issuer && !audience) return preset.identity;
  if (issuer && audience) return { kind: 'oidc', issuer, audience };
  throw new SettingsError('An outside issuer of tokens needs both: -c issuer=… and -c audience=….');
};

/** Whether residents sign up by themselves. Throws a SettingsError where the people are not ours. */
const residentsSignUpIn = (written: Written, { residentsSignUp }: Stage): boolean => {
  if (written('issuer') && written('resident-sign-up'))
    throw new SettingsError('An outside issuer has its own way to sign up: leave -c resident-sign-up=… out.');
  return isOn(written, 'resident-sign-up', residentsSignUp);
};

const localIn = (written: Written): LocalDifferences | undefined => {
  const address = addressIn(written, 'local', /^https?:$/);
  const enforcesIam = isOn(written, 'enforce-iam');
  const signIn = addressIn(written, 'sign-in', /^http:$/);
  if (address) return localDifferences(address, enforcesIam, signIn);
  if (signIn)
    throw new SettingsError(
      '-c sign-in=… is only for a local AWS, where sample people need no password: name it with -c local=….',
    );
  if (enforcesIam) throw new SettingsError('-c enforce-iam=true is only for a local AWS: name it with -c local=….');
  return undefined;
};

/** Requests a second and at once that a route of one kind takes; those of the stage where it is not written. */
const throttleIn = (written: Written, setting: 'api-throttle' | 'phone-throttle', usual: Throttle): Throttle => {
  const [rate, burst] = textIn(written, setting, /^[1-9]\d{0,4}\/[1-9]\d{0,4}$/)?.split('/') ?? [];
  return rate && burst ? { rate: Number(rate), burst: Number(burst) } : usual;
};

const stageIn = (written: Written): Stage => {
  const preset = presetIn(written);
  const publicUrl = addressIn(written, 'public-url', /^https:$/);
  const departmentConcurrency = textIn(written, 'department-concurrency', /^[1-9]\d{0,3}$/);
  const alarmEmail = textIn(written, 'alarm-email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/);
  return {
    ...preset,
    identity: identityIn(written, preset),
    residentsSignUp: residentsSignUpIn(written, preset),
    groupsClaim: written('groups-claim') ?? preset.groupsClaim,
    throttles: {
      api: throttleIn(written, 'api-throttle', preset.throttles.api),
      open: preset.throttles.open,
      phone: throttleIn(written, 'phone-throttle', preset.throttles.phone),
    },
    ...(publicUrl && { publicUrl }),
    ...(departmentConcurrency && { departmentConcurrency: Number(departmentConcurrency) }),
    ...(alarmEmail && { alarmEmail }),
    ...deliveryIn(written, written('local') !== undefined),
    ...phoneIn(written, written('local') !== undefined),
  };
};

/** What a region can't have, or what would be in another one. */
const checkRegion = ({ identity, connect }: Stage, region: string | undefined): void => {
  if (identity.kind === 'cognito' && region?.startsWith('cn-'))
    throw new SettingsError("China's regions have no Cognito user pools: name your issuer with -c issuer=… and -c audience=….");
  const instanceRegion = connect?.arn.split(':')[3];
  if (region && instanceRegion && region !== instanceRegion)
    throw new SettingsError(
      `The Connect instance is in ${instanceRegion}, and so must be the deployment, not in ${region}: set AWS_REGION, or leave -c region=… out.`,
    );
};

/** Reads the settings from the app's context, and from the region to which cdk would deploy. Throws a SettingsError. */
export const readSettings = (context: Readonly<Record<string, unknown>>, deployRegion?: string): Settings => {
  const written = writtenIn(context);
  const stage = stageIn(written);
  const district = districtIn(written, stage);
  const region = textIn(written, 'region', /^[a-z]{2}(-[a-z]+)+-\d$/);
  const local = localIn(written);
  checkRegion(stage, region ?? deployRegion);
  checkDelivery(stage, region ?? deployRegion);
  return { stage, district, ...(region && { region }), ...(local && { local }) };
};
