import type { SendAll } from '#ports/send-all.ts';

/** A sender that keeps what it was given, in order. */
export const memorySendAll = (): { send: SendAll; readonly sent: readonly string[] } => {
  const sent: string[] = [];
  return {
    sent,
    send: async (bodies) => {
      sent.push(...bodies);
    },
  };
};
