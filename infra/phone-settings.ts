import type { District } from '#domain/district/district.ts';
import { readTelephone } from '#domain/telephone/read-telephone.ts';
import { addressIn, isOn, SettingsError, textIn, type Written } from './setting-values.ts';
import type { ConnectInstance, Stage } from './stages.ts';

const INSTANCE = 'arn:[\\w-]+:connect:[\\w-]+:\\d{12}:instance\\/[\\w-]+';

/** Partition, region and account of what an ARN names, without its service. */
const placeOf = (arn = ''): string => arn.split(':').toSpliced(2, 1).slice(1, 4).join(':');

/** An Amazon Connect instance with its queue, its bot and its key. Throws a SettingsError for parts that are not one whole. */
const connectIn = (written: Written): ConnectInstance | undefined => {
  const arn = textIn(written, 'connect-instance', new RegExp(`^${INSTANCE}$`));
  const queue = textIn(written, 'connect-queue', new RegExp(`^${INSTANCE}\\/queue\\/[\\w-]+$`));
  const bot = textIn(written, 'connect-bot', /^arn:[\w-]+:lex:[\w-]+:\d{12}:bot-alias\/\w+\/\w+$/);
  const key = textIn(written, 'connect-key', /^arn:[\w-]+:kms:[\w-]+:\d{12}:key\/[\w-]+$/);
  if (!arn) {
    if (queue || bot || key)
      throw new SettingsError('A queue, a bot and a key are those of an instance: name it with -c connect-instance=….');
    return undefined;
  }
  if (queue && !queue.startsWith(`${arn}/queue/`))
    throw new SettingsError('-c connect-queue=… is a queue of another instance than -c connect-instance=….');
  if (bot && placeOf(bot) !== placeOf(arn))
    throw new SettingsError('-c connect-bot=… is not in the region and account of -c connect-instance=….');
  return { arn, ...(queue && { queue }), ...(bot && { bot }), ...(key && { key }) };
};

/** Whom callers are put through to. Throws a SettingsError for a number and a queue at once. */
const deskIn = (written: Written): Partial<Stage> => {
  const agentNumber = textIn(written, 'agent-number', /^\+?\d{3,18}$|^sips?:\S+$/);
  const agentQueue = textIn(written, 'agent-queue', /^[\w-]{1,64}$/);
  if (agentNumber && agentQueue)
    throw new SettingsError('Agents have a number or a queue: leave -c agent-number=… or -c agent-queue=… out.');
  return { ...(agentNumber && { agentNumber }), ...(agentQueue && { agentQueue }) };
};

/** With what the hotline rings and texts people. Throws a SettingsError for one half of it. */
const telephonyIn = (written: Written, isLocal: boolean): Partial<Stage> => {
  const phoneAccount = textIn(written, 'phone-account', /^[A-Za-z]{2}\w{8,64}$/);
  const callerId = textIn(written, 'caller-id', /^\+[1-9]\d{7,14}$/);
  if (!phoneAccount !== !callerId)
    throw new SettingsError('To ring and text people both are needed: -c phone-account=… and -c caller-id=….');
  const phoneApi = addressIn(written, 'phone-api', isLocal ? /^https?:$/ : /^https:$/);
  return { ...(phoneAccount && { phoneAccount }), ...(callerId && { callerId }), ...(phoneApi && { phoneApi }) };
};

/** How calls reach agents, how the hotline rings people, and an Amazon Connect instance. Throws a SettingsError. */
export const phoneIn = (written: Written, isLocal: boolean): Partial<Stage> => {
  const days = textIn(written, 'recordings-days', /^[1-9]\d{0,4}$/);
  const connect = connectIn(written);
  return {
    ...deskIn(written),
    ...(isOn(written, 'emergency-dial') && { emergencyDial: true }),
    ...telephonyIn(written, isLocal),
    ...(days && { recordingsDays: Number(days) }),
    ...(connect && { connect }),
  };
};

/** Throws a SettingsError for an agents' number that is a telephone, but not written as the provider dials it. */
export const checkAgentNumber = (
  { agentNumber }: Pick<Stage, 'agentNumber'>,
  { telephone }: Pick<District, 'telephone'>,
): void => {
  const read = agentNumber === undefined ? undefined : readTelephone(agentNumber, telephone);
  if (read !== undefined && read !== agentNumber)
    throw new SettingsError(`-c agent-number=${agentNumber} is not what the provider dials: write -c agent-number=${read}.`);
};
