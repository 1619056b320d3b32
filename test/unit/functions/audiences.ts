import { operations as ofDepartments } from '#functions/department-api/operations.ts';
import { operations as ofDesk } from '#functions/desk-api/operations.ts';
import { operations as ofResidents } from '#functions/resident-api/operations.ts';

/** The folders in functions/ that serve operations of the API, and what each serves. */
export const audiences = { 'resident-api': ofResidents, 'desk-api': ofDesk, 'department-api': ofDepartments } as const;

/** Every operation of every audience. */
export const allOperations = [...ofResidents, ...ofDesk, ...ofDepartments] as const;
