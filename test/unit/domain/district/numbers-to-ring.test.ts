import { expect, it } from 'vitest';
import { numbersToRing } from '#domain/district/danger/advice.ts';
import { readDistrict } from '#infra/district/read-district.ts';

it('the numbers to ring are those of the district, and the line for who thinks of ending their life where it knows such words', () => {
  const { district } = readDistrict('config/linzi');
  expect(numbersToRing(district)).toEqual({ emergencyNumbers: ['110', '119', '120', '122'], helpline: '12356' });
  const { selfHarm: _, ...danger } = district.danger;
  expect(numbersToRing({ danger })).toEqual({ emergencyNumbers: ['110', '119', '120', '122'] });
});
