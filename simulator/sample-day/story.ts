import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { projectFolder } from '#local/project-folder.ts';
import { CallAnswer } from '#simulator/telephone/script.ts';

const Call = z.strictObject({ from: z.string(), answers: z.array(CallAnswer) });

/** A request of a sample person; `{number}` in its path is the ticket's. */
const Post = z.strictObject({ as: z.string(), post: z.string(), body: z.record(z.string(), z.unknown()) });

/** What the clerk of the department that it went to does. */
const ClerkStep = z.strictObject({
  clerk: z.enum(['acceptance', 'return', 'resolution']),
  body: z.record(z.string(), z.unknown()).optional(),
});

/** One matter of the sample day: how it comes in, and what people then do about it. */
export const Story = z.strictObject({
  title: z.string(),
  opened: z.union([z.strictObject({ call: Call }), Post]),
  afterwards: z.array(z.union([ClerkStep, Post])).default([]),
});
export type Story = z.infer<typeof Story>;

/** The stories of a district's sample day in the order of their files; none when it has no such day. */
export const readStories = (district: string): Story[] => {
  const folder = join(projectFolder, 'events/sample-day', district);
  try {
    const files = readdirSync(folder).sort();
    return files.map((file) => Story.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};
