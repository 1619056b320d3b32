/** Makes something of an object once, when it is first asked for, and keeps it for as long as the object lives. */
export const onceFor = <D extends object, M>(make: (data: D) => M): ((data: D) => M) => {
  const made = new WeakMap<D, M>();
  return (data) => {
    const known = made.get(data) ?? make(data);
    made.set(data, known);
    return known;
  };
};
