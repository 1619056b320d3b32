/** Asked before somebody signs out: whether something that they typed would be lost. */
export const wouldBeLost = new Set<() => boolean>();

/** Whether anything would. */
export const isAnythingLost = (): boolean => [...wouldBeLost].some((isLost) => isLost());
