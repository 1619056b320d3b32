import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionsText } from './openapi/actions.ts';
import { openApiText } from './openapi/document.ts';

for (const [name, text] of [
  ['openapi.json', openApiText()],
  ['actions.json', actionsText()],
] as const) {
  const file = join(import.meta.dirname, '..', name);
  writeFileSync(file, text);
  console.log(`Wrote ${file}.`);
}
