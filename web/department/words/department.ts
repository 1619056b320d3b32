import { spoken } from '#web/words/language.ts';
import { departmentEn } from './en.ts';
import { type DepartmentWords, departmentZh } from './zh.ts';

/** What the departments' page says, in the language of the person. */
export const department = (): DepartmentWords => spoken({ zh: departmentZh, en: departmentEn });
