import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole project. */
export const projectFolder = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Everything that is made while running locally lies here; deleting it is always safe while nothing runs. */
export const localFolder = join(projectFolder, '.local');

/** The programs that the packages bring: node, cdk, tsc and others. */
export const packagePrograms = join(projectFolder, 'node_modules', '.bin');
