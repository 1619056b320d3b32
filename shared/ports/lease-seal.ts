/**
 * Seals a text: the same text has the same seal, and nobody outside can make one. By it we recognise a lease of our own
 * when it comes back, without a row for each.
 */
export type LeaseSeal = (text: string) => Promise<string>;
