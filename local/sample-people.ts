import { join } from 'node:path';
import type { Person } from '#infra/district/people.ts';
import { DistrictDataError, readDistrict } from '#infra/district/read-district.ts';
import { PlainFailure } from './plain-failure.ts';
import { projectFolder } from './project-folder.ts';

/** The sample people of a district, and what its departments are called. */
export interface SamplePeople {
  people: Person[];
  departments: ReadonlyMap<string, string>;
}

/** The sample people of a folder of config/. Throws a PlainFailure that names all that is wrong with that district. */
export const readSamplePeople = (id: string): SamplePeople => {
  try {
    const { people, district } = readDistrict(join(projectFolder, 'config', id));
    return { people, departments: new Map(district.departments.map((one) => [one.id, one.name])) };
  } catch (error) {
    if (error instanceof DistrictDataError) throw new PlainFailure(error.message);
    throw error;
  }
};
