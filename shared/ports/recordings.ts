/** The sound of a recording and its type, `audio/wav`. */
export interface Sound {
  bytes: Uint8Array;
  type: string;
}

/** A phone provider's own store of recordings. */
export interface RecordingSource {
  /** Fetches what a provider recorded. Throws while it can't be had, and for an address that is not the provider's. */
  fetch(url: string): Promise<Sound>;
}

/** The deployment's own bucket of recordings, private and encrypted, which forgets after a while. */
export interface RecordingArchive {
  /** Keeps a recording under its key; twice is the same as once. */
  keep(key: string, sound: Sound): Promise<void>;
  /** Whether it is there. */
  has(key: string): Promise<boolean>;
  /** An address at which it can be heard for so many seconds by whoever is given it. */
  linkTo(key: string, seconds: number): Promise<string>;
}
