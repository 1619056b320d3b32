/** Remembers for some weeks what was sent to somebody outside, who would get it twice if we forgot. */
export interface SentMarks {
  isSent(id: string): Promise<boolean>;
  markSent(id: string): Promise<void>;
}
