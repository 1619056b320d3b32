import { describe } from 'vitest';
import { areTold, type Mistake, withPlantedDistrict } from './planted-district.ts';

withPlantedDistrict();

const LAST = 'escalateAfterWorkingDays: 2';
const written = (aDay: string): string => `aDay: { ${aDay} }\n${LAST}`;
const mistakes: Mistake[] = [
  [
    'fewer texts in all than to one number',
    'limits.yaml',
    LAST,
    written('texts: 4'),
    '4 texts in all are fewer than the 5 to one number; make "texts" more or "textsToNumber" less',
  ],
  [
    'fewer codes in all than to one number',
    'limits.yaml',
    LAST,
    written('codes: 14'),
    '14 codes in all are fewer than the 15 to one number; make "codes" more or "codesToNumber" less',
  ],
  [
    'so few codes to one number that one ticket uses them up',
    'limits.yaml',
    LAST,
    written('codesToNumber: 9'),
    '9 codes to one number are fewer than twice the 5 of one ticket, so that who knows one ticket uses them up for the others; make "codesToNumber" more or "codesOfTicket" less',
  ],
  [
    'fewer calls in all than to one number',
    'limits.yaml',
    LAST,
    written('ringsToNumber: 20, rings: 10'),
    '10 rings in all are fewer than the 20 to one number; make "rings" more or "ringsToNumber" less',
  ],
  [
    'fewer calls to one number than one reporter is to get',
    'limits.yaml',
    LAST,
    written('ringsToNumber: 2'),
    '2 calls to one number are fewer than the 3 tries of "askReporter" in phone.yaml; make them at least as many',
  ],
  [
    'so few tickets that one bad day shuts people out',
    'limits.yaml',
    LAST,
    written('ticketsOfAccount: 1'),
    'ticketsOfAccount should be at least 3, but is 1',
  ],
];

describe('limits of a day that can not be meant', () => areTold(mistakes));
