import { type Department, Duty, type DutyNumber } from '#domain/district/district.ts';
import { hasDuty } from '#domain/district/duty-ladder.ts';
import { type Listed, unknownReference } from './cross-references.ts';
import type { Path, Problem, YamlFile } from './yaml-file.ts';

const MINUTES = Array.from({ length: 24 * 60 }, (_, minute) => minute);

/** Numbers of one ladder that nobody ever rings, and one telephone that would be rung twice in a row. */
const hoursOfDutyProblems = (file: YamlFile, numbers: readonly DutyNumber[], path: Path): Problem[] => {
  const taken = new Map<string, DutyNumber[]>();
  return numbers.flatMap((number, place) => {
    const minutes = MINUTES.filter((minute) => hasDuty(number, minute));
    if (minutes.length === 0)
      return [
        file.problem(
          [...path, place],
          `"${number.name}" never has duty: from ${number.from} to ${number.to} is no time; give it other hours, or none for the whole day`,
        ),
      ];
    const others = taken.get(number.phone) ?? [];
    taken.set(number.phone, [...others, number]);
    const other = others.find((one) => minutes.some((minute) => hasDuty(one, minute)));
    if (!other) return [];
    return [
      file.problem(
        [...path, place, 'phone'],
        `${number.phone} is rung for "${other.name}" at the same time already; remove one of the two or change its hours`,
      ),
    ];
  });
};

/** Duty numbers of departments that are not there, never rung or rung twice, and two of one name in one ladder: the hotline tells them apart by it. */
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
  const hours = ladders.flatMap(([path, numbers]) => hoursOfDutyProblems(file, numbers, path));
  return [...unknown, ...twice, ...hours];
};
