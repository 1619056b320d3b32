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

/** Two examples that share so much of their pairs of letters are a pair: the same words, once in danger and once not. */
const ALIKE = 0.25;

const pairsOfLetters = (text: string): Set<string> => {
  const letters = text.replace(/[\s\p{P}]/gu, '');
  return new Set([...letters].slice(1).map((letter, n) => `${letters[n]}${letter}`));
};

/** The part of all examples that each belongs to; examples that stand side by side and are a pair are in one part. */
export const partsOf = (examples: readonly Pick<Example, 'text'>[], parts: number): number[] => {
  let part = 0;
  let before = new Set<string>();
  return examples.map(({ text }) => {
    const pairs = pairsOfLetters(text);
    const shared = [...pairs].filter((pair) => before.has(pair)).length;
    if (shared < ALIKE * Math.min(pairs.size, before.size) || before.size === 0) part = (part + 1) % parts;
    before = pairs;
    return part;
  });
};
