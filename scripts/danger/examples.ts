import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Register } from '#domain/district/danger/reading.ts';

const Row = z.tuple([z.string().min(1), z.enum(['spoken', 'written']), z.enum(['danger', 'doubt', 'none'])]);

/** A text, and what a person says of it. */
export interface Example {
  text: string;
  register: Register;
  label: z.infer<typeof Row>[2];
}

/** Reads a table of examples: a header, then text, register and label with tabs between them. */
export const examplesIn = (table: string): Example[] =>
  table
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [text, register, label] = Row.parse(line.split('\t'));
      return { text, register, label };
    });

/** The part of all examples that one belongs to; by its text, so that it stays there when others come. */
export const foldOf = ({ text }: Example, folds: number): number =>
  createHash('sha256').update(text).digest().readUInt32BE(0) % folds;
