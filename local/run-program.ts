import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** How a program is run. */
export interface ProgramOptions {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** All output of the program is added to this file. */
  logFile?: string;
  onLine?: ((line: string) => void) | undefined;
  /** Ends the program when it is aborted. */
  signal?: AbortSignal | undefined;
}

/** How a program ended: its exit code, and all of its output. */
export interface ProgramResult {
  /** Undefined when it could not be started or was ended by a signal. */
  code: number | undefined;
  output: string;
}

const endGroupOf = (child: ChildProcess): void => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch {
    // It has ended by itself in this moment.
  }
};

/** Runs a program to its end and hands over each line of its output. Gives its exit code. */
const runToEnd = (
  program: string,
  args: readonly string[],
  { env = process.env, cwd, signal }: ProgramOptions,
  take: (line: string) => void,
): Promise<number | undefined> =>
  new Promise((resolve) => {
    // A group of its own: Ctrl-C reaches us alone, and ending the group ends all that the program started.
    const child = spawn(program, args, { ...(cwd && { cwd }), env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const endGroup = (): void => endGroupOf(child);
    signal?.addEventListener('abort', endGroup);
    process.on('exit', endGroup);
    createInterface({ input: child.stdout }).on('line', take);
    createInterface({ input: child.stderr }).on('line', take);
    const done = (code: number | undefined): void => {
      signal?.removeEventListener('abort', endGroup);
      process.off('exit', endGroup);
      resolve(code);
    };
    child.on('error', (error) => {
      take(String(error));
      done(undefined);
    });
    child.on('close', (code) => done(code ?? undefined));
  });

/** Runs a program to its end and gives its exit code and all of its output. Throws only when it is aborted. */
export const runProgram = async (
  program: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<ProgramResult> => {
  const { logFile, onLine, signal } = options;
  signal?.throwIfAborted();
  const log = logFile ? openSync(logFile, 'a') : undefined;
  const lines: string[] = [];
  try {
    const code = await runToEnd(program, args, options, (line) => {
      lines.push(line);
      if (log !== undefined) writeSync(log, `${line}\n`);
      onLine?.(line);
    });
    signal?.throwIfAborted();
    return { code, output: lines.join('\n') };
  } finally {
    if (log !== undefined) closeSync(log);
  }
};
