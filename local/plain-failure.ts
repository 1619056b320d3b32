/** A failure whose message explains to the person who runs the command what is wrong and what to do. It needs no stack trace. */
export class PlainFailure extends Error {
  override readonly name = 'PlainFailure';
}

/** What to show of anything thrown: the sentence of a plain failure, else the error with its stack trace. */
export const wordsOf = (error: unknown): string => {
  if (error instanceof PlainFailure) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};
