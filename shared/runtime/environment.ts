import type * as z from 'zod';

/** Reads a function's environment by its schema. Throws at start, naming every variable that is missing or wrong. */
export const readEnvironment = <S extends z.ZodType>(schema: S): z.output<S> => {
  const result = schema.safeParse(process.env);
  if (result.success) return result.data;
  const wrong = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`the function's environment is wrong: ${wrong.join('; ')}`);
};
