/** The secrets with which a phone provider signs, all that are valid at this moment (two while one is being changed). */
export type SigningSecrets = () => Promise<readonly string[]>;
