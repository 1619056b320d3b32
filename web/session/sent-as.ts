/** What was sent once, and under which key. */
export interface SentAs {
  key: string;
  body: unknown;
}

/** A key that nobody can guess. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The key belongs to the words: the same body goes under the key that it had before, since its answer may have got lost. */
export const sentAs = (body: unknown, before: SentAs | undefined): SentAs =>
  before && JSON.stringify(before.body) === JSON.stringify(body) ? before : { key: newKey(), body };
