import type { Problem } from '#contracts/http/problem.ts';

/** The field of a body that a JSON pointer names: `phone` for `/body/contact/phone`; undefined where it names none. */
const fieldIn = (pointer: string): string | undefined => {
  const [, part, ...path] = pointer.split('/');
  return part === 'body' || part === 'query' ? path.findLast((name) => !/^\d*$/.test(name)) : undefined;
};

/**
 * The fields of a form to which a refusal points, by their ids: a field is called as the body calls it, alone or behind the name
 * of its command (`rate-comment`).
 */
export const pointedAt = ({ errors = [] }: Problem, ids: readonly string[]): { id: string; field: string }[] => {
  const found = new Map<string, string>();
  for (const { pointer } of errors) {
    const field = fieldIn(pointer);
    const id =
      field === undefined ? undefined : (ids.find((one) => one === field) ?? ids.find((one) => one.endsWith(`-${field}`)));
    if (id !== undefined && field !== undefined) found.set(id, field);
  }
  return [...found].map(([id, field]) => ({ id, field }));
};
