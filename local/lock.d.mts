/**
 * Runs the work while this process alone holds the lock file; a lock whose process is dead is taken over.
 * Gives what the work gives. Calls onWait once, with the holder's process id, when it has to wait.
 */
export const withLock: <T>(file: string, work: () => Promise<T>, onWait?: (holder: number) => void) => Promise<T>;
