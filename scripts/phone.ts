import { inColumns } from '#simulator/sample-day/columns.ts';
import { played, TYPICAL_CALLERS } from '#test/unit/domain/calls/typical-calls.ts';
import { countedCall } from '#test/unit/functions/counted-calls.ts';

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
