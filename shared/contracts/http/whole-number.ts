import * as z from 'zod';

/** As people write a whole number: decimal digits, no other base, exponent, sign +, leading zero or blank. */
const DECIMAL = /^(?:0|-?[1-9]\d{0,14})$/;

const fromText = (value: unknown): unknown => (typeof value === 'string' && DECIMAL.test(value) ? Number(value) : value);

/** A whole number in a query, which is text there. */
export const wholeNumber = (least: number, most: number) =>
  z.preprocess(fromText, z.int(`a whole number in decimal digits, from ${least} to ${most}`).min(least).max(most));
