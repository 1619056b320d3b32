import type { Telephone } from '#domain/telephone/telephone.ts';

/** Rings and texts people through a phone provider. Both throw when the provider did not take the request. */
export interface Telephony {
  /**
   * Rings a number; what is said comes from `answerUrl`, as for a call that came in. With `detectsMachines` the provider
   * listens first, for some seconds, whether a person answers, and says so. Gives the provider's id of the call.
   */
  ring(
    to: Telephone,
    call: { answerUrl: string; statusUrl: string; ringSeconds: number; detectsMachines?: boolean },
  ): Promise<{ call: string }>;
  /** Sends an SMS. Gives the provider's id of the message. */
  text(to: Telephone, words: string): Promise<{ message: string }>;
}

/**
 * The provider will not take this request, however often it is asked: for its number, the country of that, the number that
 * we ring from, or something else that it says. Another number may do.
 */
export class RequestRefused extends Error {
  override readonly name: string = 'RequestRefused';
  /** How the provider calls its reason: a number in its own list. */
  readonly code: string | undefined;

  constructor(message: string, code?: string) {
    super(message);
    this.code = code;
  }
}

/**
 * It is refused for whom it is to reach, so that no later try can do better. This class itself says that our account may
 * not ring or text the country or region of the number, which the operator may change.
 */
export class LastingRefusal extends RequestRefused {
  override readonly name: string = 'LastingRefusal';
}

/**
 * The provider will not ring or text this number, however often it is asked: there is no such one, it can't be reached,
 * it is of the wrong kind, or its owner wants no texts.
 */
export class NumberRefused extends LastingRefusal {
  override readonly name = 'NumberRefused';
}

/**
 * The provider took nothing and may later: it is down or busy, can't be reached, or does not take our account. Of whatever
 * else a Telephony throws it is not known whether it was taken: the answer came too late, or not at all.
 */
export class ProviderAway extends Error {
  override readonly name = 'ProviderAway';
}
