import type { SigningSecrets } from '#ports/signing-secrets.ts';

/** Signing secrets that never change. */
export const memorySigningSecrets =
  (...secrets: string[]): SigningSecrets =>
  async () => [...secrets];
