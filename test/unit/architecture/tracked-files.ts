import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Every file that git tracks or would track. */
export const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));

/** Those of them that are code. */
export const sources = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file));
