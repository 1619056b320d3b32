/**
 * Seals what names a caller, so that it can lie in a queue, or be moved from one to another, and nobody reads it there. What was
 * sealed for one thing (`about`) is not opened for another one.
 */
export interface CallerSeal {
  seal(text: string, about: string): Promise<string>;
  /** Throws when it was not sealed by this deployment, or for something else. */
  open(sealed: string, about: string): Promise<string>;
}
