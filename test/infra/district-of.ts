import { District } from '#domain/district/district.ts';
import { districtNamed } from '#infra/hotline-app.ts';

const example = districtNamed('example');

/** The example district with these departments in the place of its own, and everything routed to the first. */
export const districtOf = (ids: readonly string[]): District => {
  const [first] = example.departments;
  const departments = ids.map((id) => ({
    id,
    name: id,
    units: (first?.units ?? []).map((unit) => ({ ...unit, id: `${id.slice(0, 30)}-unit` })),
  }));
  return District.parse({ ...example, departments });
};

/** So many ids of departments, of which none is like another. */
export const manyDepartments = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `department-${n}-${'abcdefghij'[n % 10]}`);
