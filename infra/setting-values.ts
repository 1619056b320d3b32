/** A setting that can't be; the sentence says what can. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Every setting of `-c`, with an example. */
export const EXAMPLES = {
  stage: 'dev',
  district: 'linzi',
  region: 'cn-north-1',
  issuer: 'https://login.example.cn',
  audience: 'hotline',
  'groups-claim': 'groups',
  'resident-sign-up': 'false',
  'public-url': 'https://hotline.example.cn',
  'content-delivery': 'true',
  'pages-url': 'https://pages.example.cn',
  'pages-certificate': 'arn:aws:acm:us-east-1:123456789012:certificate/…',
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
  'department-concurrency': '20',
  'alarm-email': 'night@example.cn',
  'api-throttle': '150/100',
  'phone-throttle': '300/300',
  local: 'http://127.0.0.1:4566',
  'enforce-iam': 'true',
  'sign-in': 'http://127.0.0.1:4600',
} as const;
export type Setting = keyof typeof EXAMPLES;

/** The settings of one deployment, each as it was written; those that were left out, or left empty, are undefined. */
export type Written = (setting: Setting) => string | undefined;

/** Reads an address, and takes the slash from its end. Throws a SettingsError for what is none of these protocols. */
export const addressIn = (written: Written, setting: Setting, protocols: RegExp): string | undefined => {
  const value = written(setting);
  if (value === undefined) return undefined;
  if (URL.canParse(value) && protocols.test(new URL(value).protocol)) return value.replace(/\/+$/, '');
  throw new SettingsError(`-c ${setting}=${value} is not an address like ${EXAMPLES[setting]}.`);
};

/** Reads a setting of a form. Throws a SettingsError for another. */
export const textIn = (written: Written, setting: Setting, form: RegExp): string | undefined => {
  const value = written(setting);
  if (value === undefined || form.test(value)) return value;
  throw new SettingsError(`-c ${setting}=${value} is not of the form ${EXAMPLES[setting]}.`);
};

/** Reads true or false; what is usual, false if nothing else is, when it was left out. Throws a SettingsError for anything else. */
export const isOn = (written: Written, setting: Setting, usual = false): boolean => {
  const value = written(setting);
  if (value === undefined) return usual;
  if (value === 'true' || value === 'false') return value === 'true';
  throw new SettingsError(`-c ${setting}=${value} is neither true nor false.`);
};
