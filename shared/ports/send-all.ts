/** Puts all bodies on one queue; throws if any of them was not taken, and all may then be sent again. */
export type SendAll = (bodies: readonly string[]) => Promise<void>;
