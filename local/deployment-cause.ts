const marks = [
  // A stack that failed says it in this line, with the resource's own reason behind.
  /❌\s*(?<cause>.+)/u,
  // A file that could not be uploaded.
  /: fail: (?<cause>.+)/u,
  /(?:CREATE|UPDATE|DELETE)_FAILED\s*\|\s*(?<cause>.+)/u,
  // An app that throws at synthesis: Node prints the error's first line like this.
  /^(?:\w*Error|PlainFailure)(?: \[\w+\])?:\s*(?<cause>.+)/u,
  /^\[Error at (?<cause>.+)/u,
  /(?:Error|error):\s*(?<cause>.+)/u,
];

// Terminal colours: ESC [ … m
const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** Takes all that a failed cdk command said; gives the one line that tells the cause, in cdk's own words. */
export function causeIn(output: string): string {
  const lines = output
    .replaceAll(colours, '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  for (const mark of marks) {
    for (const line of lines) {
      const cause = mark.exec(line)?.groups?.cause;
      if (cause) return cause.replace(/^Deployment failed:\s*/, '').trim();
    }
  }
  return lines.at(-1) ?? 'it said nothing';
}
