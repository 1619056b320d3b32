import type { Wires } from '#simulator/telephone/wires.ts';

/** A request of a provider. */
interface Sent {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** A door that gives canned answers one after the other, the last one again and again. */
export const door = (...answers: string[]) => {
  const sent: Sent[] = [];
  const kept: string[] = [];
  const left = [...answers];
  const wires: Wires = {
    post: async (url, headers, body) => {
      sent.push({ url, headers, body });
      return { status: 200, body: (left.length > 1 ? left.shift() : left[0]) ?? '' };
    },
    invoke: async (name) => {
      throw new Error(`there is no ${name}`);
    },
    keep: async (key) => void kept.push(key),
  };
  return { wires, sent, kept };
};
