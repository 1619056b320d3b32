import { readFileSync } from 'node:fs';
import type { PageFiles } from '#contracts/pages/page-files.ts';

/** The pages that this function was shipped with: pages.json lies beside the bundle, and was made at synth. */
export const shippedPages = (): PageFiles => JSON.parse(readFileSync(new URL('./pages.json', import.meta.url), 'utf8'));
