/** Makes something when it is first asked for, and keeps it. So are schemas made that few starts need: each takes its time. */
export const once = <M>(make: () => M): (() => M) => {
  let made: { is: M } | undefined;
  return () => {
    made ??= { is: make() };
    return made.is;
  };
};

/** Lets each of these getters of an object make its value once. What is no getter stays as it is. */
export const gettersOnce = (object: object, names: readonly string[]): void => {
  for (const name of names) {
    const { get } = Object.getOwnPropertyDescriptor(object, name) ?? {};
    if (get) Object.defineProperty(object, name, { enumerable: true, get: once(() => get.call(object)) });
  }
};
