/** Stands for a process that dies: nothing it had not yet done happens. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/**
 * Makes the `step`-th call to any of the things it watches die, before or after the call had its effect. What was
 * called before is as it was; a step that is never reached leaves `happened` false.
 */
export const crashAt = (step: number, when: 'before' | 'after') => {
  let calls = 0;
  const crash = {
    happened: false,
    watch: <T extends object>(thing: T): T =>
      new Proxy(thing, {
        get: (target, name) => {
          const method = Reflect.get(target, name);
          return typeof method === 'function' ? crash.around(method as (...given: unknown[]) => Promise<unknown>) : method;
        },
      }),
    around:
      <A extends unknown[], R>(act: (...given: A) => Promise<R>) =>
      async (...given: A): Promise<R> => {
        const dies = calls++ === step;
        if (dies) crash.happened = true;
        if (dies && when === 'before') throw new Crash('before');
        const result = await act(...given);
        if (dies) throw new Crash('after');
        return result;
      },
  };
  return crash;
};

/** Every place at which a process of up to `most` calls can die. */
export const crashes = (most: number): { step: number; when: 'before' | 'after' }[] =>
  Array.from({ length: most }, (_, step) => [
    { step, when: 'before' as const },
    { step, when: 'after' as const },
  ]).flat();
