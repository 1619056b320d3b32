/** Does something while no other window of this browser does it, where the browser can say so. */
export const alone = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  // Where the address is not a safe one a browser has no locks, whatever its types say.
  (navigator.locks as LockManager | undefined)?.request(name, work) ?? work();
