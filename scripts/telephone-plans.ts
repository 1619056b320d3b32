import { fileURLToPath } from 'node:url';
import { PLANS_FILE, writePlans } from './telephone/plans.ts';

writePlans();
console.log(`Wrote ${fileURLToPath(PLANS_FILE)}.`);
