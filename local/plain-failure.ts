/** A failure that its message explains to whoever runs the command: what is wrong and what to do. It needs no stack trace. */
export class PlainFailure extends Error {
  override readonly name = 'PlainFailure';
}

/** Takes anything thrown; gives what to show: the sentence of a plain failure, else the error with its stack trace. */
export function wordsOf(error: unknown): string {
  if (error instanceof PlainFailure) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
