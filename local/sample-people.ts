import { join } from 'node:path';
import type { Person } from '#infra/district/people.ts';
import { DistrictDataError, readDistrict } from '#infra/district/read-district.ts';
import { PlainFailure } from './plain-failure.ts';
import { projectFolder } from './project-folder.ts';

/** The sample people of a folder of config/. Throws a PlainFailure that names all that is wrong with that district. */
export const readSamplePeople = (district: string): Person[] => {
  try {
    return readDistrict(join(projectFolder, 'config', district)).people;
  } catch (error) {
    if (error instanceof DistrictDataError) throw new PlainFailure(error.message);
    throw error;
  }
};
