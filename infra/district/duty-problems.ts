import { type Department, Duty } from '#domain/district/district.ts';
import { type Listed, unknownReference } from './cross-references.ts';
import type { Path, Problem, YamlFile } from './yaml-file.ts';

/** Duty numbers of departments that are not there, and two of one name in one ladder: the hotline tells them apart by it. */
export const dutyProblems = (file: YamlFile, departments: Pick<Listed<Department>, 'ids'>): Problem[] => {
  const { data } = Duty.safeParse(file.value);
  if (!data) return [];
  const unknown = Object.keys(data.departments).flatMap((id) => {
    const text = unknownReference('department', id, departments, 'departments.yaml');
    return text ? [file.problem(['departments', id], text)] : [];
  });
  const ladders: [Path, typeof data.district][] = [
    ...Object.entries(data.departments).map(([id, numbers]): [Path, typeof numbers] => [['departments', id], numbers]),
    [['district'], data.district],
  ];
  const twice = ladders.flatMap(([path, numbers]) =>
    numbers.flatMap(({ name }, place) =>
      numbers.findIndex((one) => one.name === name) < place
        ? [file.problem([...path, place, 'name'], `"${name}" is there already; give this one another name or remove it`)]
        : [],
    ),
  );
  return [...unknown, ...twice];
};
