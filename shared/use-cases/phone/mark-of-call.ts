import type { PhoneProvider } from '#domain/calls/providers.ts';

/** The mark by which a call finds its ticket; there is one for each call, whichever delivery asks for it first. */
export const markOfCall = (provider: PhoneProvider, call: string) => ({ scope: `call:${provider}`, key: call, digest: call });
