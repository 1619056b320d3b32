import type { TestProject } from 'vitest/node';
import { bringUp, type RunningHotline } from '#local/bring-up.ts';
import { phoneContext } from '#local/phone-context.ts';
import type { Stack } from '#local/stack-file.ts';
import { type PhoneProvider, startPhoneProvider } from '#simulator/phone-provider.ts';

declare module 'vitest' {
  interface ProvidedContext {
    stack: Stack;
    /** The address of the phone provider's stand-in. */
    phoneApi: string;
  }
}

let provider: PhoneProvider | undefined;
let hotline: RunningHotline | undefined;

/** Brings one hotline up for all end-to-end files, on a port of its own. */
export const setup = async ({ provide }: TestProject): Promise<void> => {
  provider = await startPhoneProvider();
  const context = phoneContext(provider.url);
  hotline = await bringUp({ district: 'linzi', context, onProgress: (what) => console.log(`  ${what}`) });
  provide('stack', hotline.stack);
  provide('phoneApi', provider.url);
};

export const teardown = async (): Promise<void> => {
  await hotline?.stop();
  await provider?.stop();
};
