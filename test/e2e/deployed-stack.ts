import type { TestProject } from 'vitest/node';
import { bringUp, type RunningHotline } from '../../local/bring-up.ts';
import { type PhoneProvider, startPhoneProvider } from '../../local/phone-provider.ts';
import type { Stack } from '../../local/stack-file.ts';

declare module 'vitest' {
  interface ProvidedContext {
    stack: Stack;
  }
}

const instance = 'arn:aws:connect:us-east-1:000000000000:instance/9308c2a1-9bc6-4cea-8290-6c0b4a6d38fa';

/** Context of a deployment with everything that the phone can have: a desk, an account that rings and texts, and Amazon Connect. */
export const phoneContext = (api: string) => ({
  ...{
    'agent-number': '+8610000000900',
    'caller-id': '+8610000000901',
    'phone-account': `AC${'e2'.repeat(16)}`,
    'phone-api': api,
  },
  ...{ 'connect-instance': instance, 'connect-queue': `${instance}/queue/4f1c0d5e-0000-4000-8000-000000000001` },
  'connect-bot': 'arn:aws:lex:us-east-1:000000000000:bot-alias/ABCDEFGHIJ/KLMNOPQRST',
});

let provider: PhoneProvider | undefined;
let hotline: RunningHotline | undefined;

/** Brings one hotline up for all end-to-end files, on a port of its own. */
export const setup = async ({ provide }: TestProject): Promise<void> => {
  provider = await startPhoneProvider();
  const context = phoneContext(provider.url);
  hotline = await bringUp({ district: 'linzi', context, onProgress: (what) => console.log(`  ${what}`) });
  provide('stack', hotline.stack);
};

export const teardown = async (): Promise<void> => {
  await hotline?.stop();
  await provider?.stop();
};
