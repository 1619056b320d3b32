import { parseJson } from './json-text.ts';

/** Writes a value so that it passes through URLs and JSON untouched. Not a secret: whoever likes can read it. */
export const toBase64Json = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Reads what toBase64Json wrote; undefined for anything else. */
export const fromBase64Json = (text: string): unknown => parseJson(Buffer.from(text, 'base64url').toString());
