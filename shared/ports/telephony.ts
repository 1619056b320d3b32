/** Rings and texts people through a phone provider. Both throw when the provider did not take the request. */
export interface Telephony {
  /** Rings a number; what is said comes from `answerUrl`, as for a call that came in. Gives the provider's id of the call. */
  ring(to: string, call: { answerUrl: string; statusUrl: string; ringSeconds: number }): Promise<{ call: string }>;
  /** Sends an SMS. Gives the provider's id of the message. */
  text(to: string, words: string): Promise<{ message: string }>;
}

/**
 * The provider will not ring or text this number, however often it is asked: there is no such one, it can't be reached,
 * or whoever has it wants no texts. Whatever else a Telephony throws may pass.
 */
export class NumberRefused extends Error {
  override readonly name = 'NumberRefused';
}
