/** From the clearest to the vaguest; each as cdk prints it. */
const MARKS = [
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

/** Terminal colours: ESC [ … m */
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

const linesOf = (output: string): string[] =>
  output
    .replaceAll(COLOURS, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '');

/** A message of several lines goes on with indented ones, up to the stack trace. */
const indentedAfter = (lines: readonly string[], index: number): string[] => {
  const rest = lines.slice(index + 1);
  const end = rest.findIndex((next) => !next.startsWith('  ') || /^\s+at /.test(next));
  return rest.slice(0, end === -1 ? rest.length : end).map((next) => next.trim());
};

const causeMarked = (mark: RegExp, lines: readonly string[]): string | undefined => {
  for (const [index, line] of lines.entries()) {
    const { cause, where } = mark.exec(line)?.groups ?? {};
    if (!cause) continue;
    const words = [cause.replaceAll(/\s+\|\s+/g, ' '), ...indentedAfter(lines, index)].join(' ');
    return where ? `${where}: ${words}` : words;
  }
  return undefined;
};

/** The words that name the cause in all that a failed cdk command printed. */
export const causeIn = (output: string): string => {
  const lines = linesOf(output);
  for (const mark of MARKS) {
    const cause = causeMarked(mark, lines);
    if (cause !== undefined) return cause;
  }
  return lines.at(-1)?.trim() ?? 'it said nothing';
};
