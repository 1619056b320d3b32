import { join } from 'node:path';
import { causeIn } from './deployment-cause.ts';
import { localEnvironment } from './endpoint.ts';
import { PlainFailure } from './plain-failure.ts';
import { localFolder, packagePrograms, projectFolder } from './project-folder.ts';
import { type ProgramOptions, runProgram } from './run-program.ts';

/** Runs one command of cdk. Throws a PlainFailure with the cause and the log's path when it fails. */
export type Cdk = (args: readonly string[], options?: Pick<ProgramOptions, 'cwd' | 'onLine'>) => Promise<void>;

/** The CDK's command line for a local AWS; each command has a log of its own in this folder. */
export const cdkIn =
  (folder: string, endpoint: string, signal: AbortSignal | undefined): Cdk =>
  async (args, { cwd = projectFolder, onLine } = {}) => {
    const logFile = join(folder, `${args[0]}.log`);
    const env = {
      ...localEnvironment(endpoint),
      CDK_HOME: join(localFolder, 'cdk-home'),
      CDK_DISABLE_CLI_TELEMETRY: 'true',
      // cdk's own checking of the templates takes longer than all the rest of synthesis; a cdk synth by hand still does it.
      CDK_VALIDATION: 'false',
    };
    const program = join(packagePrograms, 'cdk');
    const quietly = [...args, '--ci', '--no-notices', '--no-color'];
    const { code, output } = await runProgram(program, quietly, { cwd, env, logFile, onLine, signal });
    if (code !== 0) throw new PlainFailure(`cdk ${args[0]} failed: ${causeIn(output)} (all of it: ${logFile})`);
  };
