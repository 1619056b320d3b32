import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectFolder } from './project-folder.ts';

export type BackgroundProgram = {
  /** False once the program has ended, by itself or by stop. */
  isRunning(): boolean;
  /** Ends the program and whatever it started; resolves when they are gone. */
  stop(): Promise<void>;
};

export type BackgroundOptions = {
  /** A Python, which runs the small guardian that ends the program when this process ends, even by SIGKILL. */
  readonly python: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
};

const guardian = join(projectFolder, 'local', 'stop-with-parent.py');
const lastResortMs = 8_000;

/** Starts a program that stays up until stop is called or this process ends. What it says goes to the log file, made anew. */
export function startInBackground(command: readonly string[], options: BackgroundOptions): BackgroundProgram {
  const log = openSync(options.logFile, 'w');
  const child = spawn(options.python, [guardian, ...command], {
    cwd: options.cwd,
    env: options.env,
    stdio: ['pipe', log, log],
    // A group of its own, so that Ctrl-C in the terminal does not end it before us, and its end takes its workers along.
    detached: true,
  });
  closeSync(log);
  let running = true;
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      running = false;
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  child.stdin?.on('error', () => {});
  // The child must not keep our own process alive: when that has nothing left to do, it ends and the child with it.
  child.unref();
  return {
    isRunning: () => running,
    stop: async () => {
      child.ref();
      child.stdin?.end();
      const gone = await Promise.race([ended.then(() => true), wait(lastResortMs, false, { ref: false })]);
      if (gone || child.pid === undefined) return;
      process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
  };
}
