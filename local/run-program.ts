import { spawn } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

export type ProgramOptions = {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Everything that the program says is added to this file. */
  readonly logFile?: string;
  readonly onLine?: (line: string) => void;
  /** Ends the program when it is aborted. */
  readonly signal?: AbortSignal | undefined;
};

export type ProgramResult = { readonly code: number | undefined; readonly output: string };

/**
 * Runs a program to its end and gives its exit code and all that it said; the code is undefined when it could not be
 * started or was ended by a signal. Throws only when it is aborted.
 */
export async function runProgram(program: string, args: readonly string[], options: ProgramOptions = {}): Promise<ProgramResult> {
  options.signal?.throwIfAborted();
  const log = options.logFile ? openSync(options.logFile, 'a') : undefined;
  const lines: string[] = [];
  const take = (line: string): void => {
    lines.push(line);
    if (log !== undefined) writeSync(log, `${line}\n`);
    options.onLine?.(line);
  };
  try {
    const code = await new Promise<number | undefined>((resolve) => {
      const child = spawn(program, args, {
        ...(options.cwd ? { cwd: options.cwd } : {}),
        env: options.env ?? process.env,
        stdio: ['ignore', 'pipe', 'pipe'],
        // A group of its own: Ctrl-C reaches us alone, and ending the group ends whatever the program started.
        detached: true,
      });
      const endGroup = (): void => {
        if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
        try {
          process.kill(-child.pid, 'SIGTERM');
        } catch {
          // It has ended by itself in this moment.
        }
      };
      options.signal?.addEventListener('abort', endGroup);
      process.on('exit', endGroup);
      createInterface({ input: child.stdout }).on('line', take);
      createInterface({ input: child.stderr }).on('line', take);
      const done = (result: number | undefined): void => {
        options.signal?.removeEventListener('abort', endGroup);
        process.off('exit', endGroup);
        resolve(result);
      };
      child.on('error', (error) => {
        take(String(error));
        done(undefined);
      });
      child.on('close', (exitCode) => done(exitCode ?? undefined));
    });
    options.signal?.throwIfAborted();
    return { code, output: lines.join('\n') };
  } finally {
    if (log !== undefined) closeSync(log);
  }
}
