import { join } from 'node:path';
import type { Person } from '#infra/district/people.ts';
import { DistrictDataError, readDistrict } from '#infra/district/read-district.ts';
import { PlainFailure } from './plain-failure.ts';
import { projectFolder } from './project-folder.ts';

/** Takes the name of a folder of config/; gives its sample people. Throws a PlainFailure that names all that is wrong with that district. */
export function readSamplePeople(district: string): Person[] {
  try {
    return readDistrict(join(projectFolder, 'config', district)).people;
  } catch (error) {
    if (error instanceof DistrictDataError) throw new PlainFailure(error.message);
    throw error;
  }
}
