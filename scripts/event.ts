import { wordsOf } from '#local/plain-failure.ts';
import { wholeEvent } from '#simulator/sample-events/whole-event.ts';

const help = `npm run --silent event -- <file>

Prints the whole Lambda event of a sample, such as events/open-ticket/ok-usual.json, for
aws lambda invoke --payload. Webhooks of phone providers are signed with the secret of the tests.`;

const [file] = process.argv.slice(2);
try {
  if (file === undefined || file.startsWith('-')) {
    console.log(help);
    process.exit(file === '--help' || file === '-h' ? 0 : 1);
  }
  console.log(JSON.stringify(wholeEvent(file), null, 2));
} catch (error) {
  console.error(wordsOf(error));
  process.exit(1);
}
