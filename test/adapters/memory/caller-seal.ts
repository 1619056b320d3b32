import type { CallerSeal } from '#ports/caller-seal.ts';

let made = 0;

/** Seals by putting texts away. */
export const memoryCallerSeal = (): CallerSeal => {
  const texts = new Map<string, { text: string; about: string }>();
  return {
    seal: async (text, about) => {
      made += 1;
      const sealed = `sealed-${made}`;
      texts.set(sealed, { text, about });
      return sealed;
    },
    open: async (sealed, about) => {
      const found = texts.get(sealed);
      if (found?.about !== about) throw new Error('this was not sealed here, or for something else');
      return found.text;
    },
  };
};
