import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '#local/project-folder.ts';
import { inColumns } from '#simulator/sample-day/columns.ts';
import { played, TYPICAL_CALLERS } from '#test/unit/domain/calls/typical-calls.ts';
import { countedCall } from '#test/unit/functions/counted-calls.ts';
import { judged } from './phone/utterances.ts';

/**
 * How long typical calls take a caller, and what they ask of the table: npm run phone. Seconds are those of all prompts, at
 * four signs of Chinese a second; a call's turns and four more are the requests that it may take.
 */
const rows = [];
for (const caller of TYPICAL_CALLERS) {
  const { answers, seconds, questions, given } = played(caller);
  const { requests, turns } = await countedCall(given, 1, { hasDesk: caller.begins.agents === 'yes' });
  rows.push([caller.who, String(answers), seconds.toFixed(1), String(requests), String(turns + 4), questions.join(' ')]);
}
console.log(inColumns([['a caller who', 'answers', 'seconds', 'requests', 'turns + 4', 'is asked'], ...rows]));

const judgments = judged(readFileSync(join(projectFolder, 'test/calls/fresh-utterances.tsv'), 'utf8'));
const VERDICTS = ['understood', 'asked again', 'wrong'] as const;
const count = (at: string, verdict: string): string =>
  String(judgments.filter((one) => one.at === at && one.verdict === verdict).length);
const questions = [...new Set(judgments.map(({ at }) => at))];
console.log(`\n${judgments.length} sentences at the questions of a call (test/calls):\n`);
console.log(inColumns([['at', ...VERDICTS], ...questions.map((at) => [at, ...VERDICTS.map((verdict) => count(at, verdict))])]));
for (const { verdict, at, sentence, meant, became } of judgments) {
  if (verdict !== 'understood') console.log(`${verdict}: at ${at}, ${sentence} (meant: ${meant}; became: ${became})`);
}
