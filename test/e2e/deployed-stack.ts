import type { TestProject } from 'vitest/node';
import { bringUp, type RunningHotline } from '../../local/bring-up.ts';
import type { Stack } from '../../local/stack-file.ts';

declare module 'vitest' {
  interface ProvidedContext {
    stack: Stack;
  }
}

let hotline: RunningHotline | undefined;

/** Brings one hotline up for all end-to-end files, on a port of its own. */
export const setup = async ({ provide }: TestProject): Promise<void> => {
  hotline = await bringUp({ district: 'linzi', onProgress: (what) => console.log(`  ${what}`) });
  provide('stack', hotline.stack);
};

export const teardown = async (): Promise<void> => hotline?.stop();
