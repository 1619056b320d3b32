import { Duty, type DutyNumber } from '#domain/district/district.ts';
import { type Country, TelephoneHome } from '#domain/telephone/home.ts';
import { kindOf, subscriberOf } from '#domain/telephone/plans.ts';
import { canBeRung } from '#domain/telephone/reach.ts';
import { readTelephone } from '#domain/telephone/read-telephone.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';
import type { Listed } from './cross-references.ts';
import type { Person } from './people.ts';
import type { Path, Problem, YamlFile } from './yaml-file.ts';

/** Whether some landline of the country has this area code. */
const hasAreaCode = (country: Country, areaCode: string): boolean =>
  ['2', '3', '4', '5', '6', '7', '8'].some((first) =>
    [7, 8].some((length) => {
      const one = subscriberOf(`0${areaCode}${first.padEnd(length, '0')}`, { country });
      return one !== undefined && kindOf(one, { country }).kind === 'landline';
    }),
  );

/** A number of this district as the doors would read it, or what is wrong with it. */
const notReadAs = (phone: Telephone, home: TelephoneHome): string | undefined => {
  const read = readTelephone(phone, home);
  if (read === phone) return undefined;
  return read === undefined ? `"${phone}" is no telephone number` : `"${phone}" is written "${read}"`;
};

const dutyNumberProblems = (file: YamlFile, home: TelephoneHome): Problem[] => {
  const { data } = Duty.safeParse(file.value);
  if (!data) return [];
  const of = (path: Path, numbers: readonly Pick<DutyNumber, 'phone'>[]): [Path, Telephone][] =>
    numbers.map(({ phone }, place) => [[...path, place, 'phone'], phone]);
  const numbers = [
    ...Object.entries(data.departments).flatMap(([id, ladder]) => of(['departments', id], ladder)),
    ...of(['district'], data.district),
    ...(data.desk ? [[['desk', 'phone'], data.desk.phone] as [Path, Telephone]] : []),
  ];
  return numbers.flatMap(([path, phone]) => {
    const wrong = notReadAs(phone, home);
    if (wrong !== undefined) return [file.problem(path, `${wrong}; correct it`)];
    if (canBeRung(phone, home)) return [];
    return [file.problem(path, `"${phone}" is not rung: give a mobile number or a landline of a country that "telephone" names`)];
  });
};

/** Numbers of a district's data that the hotline would not read as they are written, or would not ring. */
export const telephoneProblems = (
  files: { district: YamlFile; duty: YamlFile },
  people: Pick<Listed<Person>, 'file' | 'entries'>,
): Problem[] => {
  const written = (files.district.value as { telephone?: unknown } | null | undefined)?.telephone;
  const { data: home } = TelephoneHome.safeParse(written);
  if (!home) return [];
  const { country, areaCode } = home;
  const noSuchCode =
    areaCode === undefined || hasAreaCode(country, areaCode)
      ? []
      : [
          files.district.problem(
            ['telephone', 'areaCode'],
            `no landline of ${country} has the area code "${areaCode}"; correct it or leave it out`,
          ),
        ];
  const ofPeople = people.entries.flatMap(({ value: { phone }, path }) => {
    const wrong = notReadAs(phone, home);
    return wrong === undefined ? [] : [people.file.problem([...path, 'phone'], `${wrong}; correct it`)];
  });
  return [...noSuchCode, ...dutyNumberProblems(files.duty, home), ...ofPeople];
};
