/** One entry of a tree that is kept as data: areas and categories. */
export interface Branch {
  id: string;
  parent?: string | undefined;
}

/** The entry and all above it, nearest first; empty when there is no such entry. */
export const lineage = <B extends Branch>(tree: readonly B[], id: string): B[] => {
  const line: B[] = [];
  for (let at = tree.find((branch) => branch.id === id); at; at = tree.find((branch) => branch.id === at?.parent)) {
    line.push(at);
  }
  return line;
};
