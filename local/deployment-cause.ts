// From the most to the least telling; each as cdk prints it.
const marks = [
  // stack | time | CREATE_FAILED | type | logical id and reason
  /^(?<where>\S+) \|.*(?:CREATE|UPDATE|DELETE)_FAILED\s*\|\s*(?<cause>\S.*)/u,
  /^(?<where>\S+): fail: (?<cause>.+)/u,
  /^‣ \w*(?:Error|Exception)?: (?<cause>\S.*)/u,
  // An app that throws at synthesis, as Node prints it.
  /^(?:Uncaught )?\w*(?:Error|Failure)(?: \[\w+\])?: (?<cause>\S.*)/u,
  // A rule of the app that its stacks break.
  /^ERROR (?<cause>.+)/u,
  /❌\s*(?<cause>.+)/u,
  /(?:Error|error): (?<cause>.+)/u,
];

// Terminal colours: ESC [ … m
const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** Takes all that a failed cdk command said; gives the words in it that tell the cause. */
export function causeIn(output: string): string {
  const lines = output
    .replaceAll(colours, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '');
  for (const mark of marks) {
    for (const [index, line] of lines.entries()) {
      const { cause, where } = mark.exec(line)?.groups ?? {};
      if (!cause) continue;
      // A message of several lines goes on with indented ones, up to the stack trace.
      const rest = lines.slice(index + 1);
      const end = rest.findIndex((next) => !next.startsWith('  ') || /^\s+at /.test(next));
      const more = rest.slice(0, end === -1 ? rest.length : end).map((next) => next.trim());
      const words = [cause.replaceAll(/\s+\|\s+/g, ' '), ...more].join(' ');
      return where ? `${where}: ${words}` : words;
    }
  }
  return lines.at(-1)?.trim() ?? 'it said nothing';
}
