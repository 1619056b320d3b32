import type { Stack } from '#local/stack-file.ts';
import { telephoneOf } from './telephone.ts';

/** What a caller says who is lost half-way. */
export const LOST_MATTER = '我要投诉，齐都镇的垃圾好几天没人管';

/** Somebody rings, says what it is about, and is gone: the desk is to ring them back. */
export const loseCaller = async (stack: Stack, from: string): Promise<void> => {
  const telephone = await telephoneOf(stack, 'twilio');
  const selfService = { hearing: '自助服务请按1', keys: '1' };
  await telephone({ from, answers: [selfService, { keys: '1' }, { speech: LOST_MATTER }, { hangUp: true }] });
};
