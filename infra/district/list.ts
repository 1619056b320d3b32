import type * as z from 'zod';
import type { Listed } from './cross-references.ts';
import type { YamlFile } from './yaml-file.ts';

/** The entries of a list in a file that can be read, and the ids of all of them. */
export const list = <T extends { id: string }>(file: YamlFile, key: string, schema: z.ZodType<T>): Listed<T> => {
  const written = (file.value as Record<string, unknown> | null | undefined)?.[key];
  if (!Array.isArray(written)) return { file, entries: [], length: 0, ids: undefined };
  return {
    file,
    entries: written.flatMap((item, n) => {
      const { data } = schema.safeParse(item);
      return data ? [{ value: data, path: [key, n] }] : [];
    }),
    length: written.length,
    ids: new Set(written.map((item) => (item as { id?: unknown } | null)?.id).filter((id) => typeof id === 'string')),
  };
};
