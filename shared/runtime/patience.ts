/** Does the work of a door that has so many milliseconds: below it, nothing is asked again after them. */
export type Within = <T>(milliseconds: number, work: () => Promise<T>) => Promise<T>;

/** For doors below which nothing is asked again. */
export const withoutLimit: Within = (_, work) => work();

/** What a piece of work gives, if it is done in time; else throws. The work goes on, and its end is not waited for. */
const orTooLate = async <T>(milliseconds: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/**
 * What a caller on the phone gets: the answer, if it comes in time and does not fail; else the apology, with the error for
 * the log. An apology that throws is not caught.
 */
export const answerInTime = <Answer extends object>(
  milliseconds: number,
  answer: () => Promise<Answer>,
  apologise: (error: unknown) => Promise<Answer>,
  within: Within,
): Promise<Answer & { error?: unknown }> =>
  orTooLate(milliseconds, within(milliseconds, answer)).catch(async (error: unknown) => ({ ...(await apologise(error)), error }));
