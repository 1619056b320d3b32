type Methods = Record<string, (...given: never[]) => Promise<unknown>>;

/**
 * An adapter whose code is loaded when it is first asked for something: what is heavy and rare must not cost every start.
 * All of its methods give promises.
 */
export const lazily = <P extends object>(load: () => Promise<P>): P => {
  let loading: Promise<P> | undefined;
  const loaded = (): Promise<P> => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return new Proxy({} as P, {
    get: (_, name) => {
      // What is awaited must not look like a promise.
      if (name === 'then' || typeof name === 'symbol') return undefined;
      return async (...given: never[]) => {
        const method = ((await loaded()) as unknown as Methods)[name];
        if (!method) throw new Error(`The adapter has no ${name}.`);
        return method(...given);
      };
    },
  });
};
