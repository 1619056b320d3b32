import { join } from 'node:path';
import { prepareDynamodbLocal } from '#local/dynamodb-local.ts';
import { PlainFailure, wordsOf } from '#local/plain-failure.ts';
import { packagePrograms, projectFolder } from '#local/project-folder.ts';
import { preparePython } from '#local/python.ts';
import { runProgram } from '#local/run-program.ts';

/** One thing to prove. */
interface Step {
  name: string;
  program: string;
  args: readonly string[];
  /** Its output is shown while it runs; else only when it fails. */
  isShown?: boolean;
}

const own = (name: string): string => join(packagePrograms, name);

/** Those of one group don't disturb each other and together fill two cores; the groups run in this order. */
const GROUPS: readonly (readonly Step[])[] = [
  [
    { name: 'types', program: own('tsc'), args: ['--noEmit'] },
    { name: 'pages', program: own('tsc'), args: ['--noEmit', '--project', 'web'] },
    { name: 'lint', program: own('biome'), args: ['check', '--error-on-warnings'] },
    { name: 'unused', program: own('knip'), args: [] },
  ],
  // Vitest by itself leaves a core to others; those of e2e run one after the other in any case.
  ...['unit', 'adapters', 'infra', 'e2e'].map((name): Step[] => [
    { name, program: own('vitest'), args: ['run', '--project', name, '--maxWorkers=100%'], isShown: true },
  ]),
];

/** What `npm test -- quick` stands for: about a minute, with no emulator and no CDK. */
const QUICK = ['types', 'pages', 'lint', 'unit'];

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const run = async (step: Step): Promise<boolean> => {
  const began = performance.now();
  const { code, output } = await runProgram(step.program, step.args, {
    cwd: projectFolder,
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    onLine: (line) => {
      if (step.isShown) console.log(line);
    },
  });
  const passed = code === 0;
  if (!passed && !step.isShown) console.log(output);
  console.log(`${passed ? 'passed' : 'FAILED'}  ${step.name.padEnd(8)} ${seconds(began)}`);
  return passed;
};

/** The steps that the command line names; all of them when it names none. Throws for a name that is no step. */
const stepsNamed = (names: readonly string[]): readonly string[] => {
  const known = GROUPS.flat().map(({ name }) => name);
  const wanted = names.flatMap((name) => (name === 'quick' ? QUICK : [name]));
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new PlainFailure(`npm test knows the steps ${known.join(', ')} and the word quick, not ${unknown.join(', ')}.`);
  }
  return wanted.length === 0 ? known : wanted;
};

const needsEmulators = (name: string): boolean => name === 'adapters' || name === 'e2e';

/** Fetches what the emulators and the fuzzer need, so that the tests which need it don't each wait for it. */
const prepareEmulators = async (wanted: readonly string[]): Promise<void> => {
  const say = (what: string): void => console.log(what);
  const fuzzer = wanted.includes('e2e') ? [preparePython('fuzzer', say)] : [];
  await Promise.all([preparePython('emulator', say), prepareDynamodbLocal(say), ...fuzzer]);
};

/** Runs steps at the same time. Ends this process when one fails. */
const runTogether = async (steps: readonly Step[]): Promise<void> => {
  const results = await Promise.all(steps.map(run));
  const failed = steps.filter((_step, index) => !results[index]);
  if (failed.length === 0) return;
  console.error(`\nnpm test failed at: ${failed.map(({ name }) => name).join(', ')} (see its output above)`);
  process.exit(1);
};

const runAll = async (wanted: readonly string[]): Promise<void> => {
  const began = performance.now();
  // While the first group runs.
  const prepared = wanted.some(needsEmulators) ? prepareEmulators(wanted) : undefined;
  prepared?.catch(() => {});
  for (const group of GROUPS) {
    const steps = group.filter(({ name }) => wanted.includes(name));
    if (steps.some(({ name }) => needsEmulators(name))) await prepared;
    await runTogether(steps);
  }
  console.log(`\nEverything passed in ${seconds(began)}.`);
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
try {
  await runAll(stepsNamed(process.argv.slice(2)));
  process.exit(0);
} catch (error) {
  console.error(wordsOf(error));
  process.exit(1);
}
