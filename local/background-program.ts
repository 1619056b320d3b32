import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectFolder } from './project-folder.ts';

/** A program that runs beside us. */
export interface BackgroundProgram {
  /** False once the program has ended, by itself or by stop. */
  isRunning(): boolean;
  /** Ends the program and what it started; resolves when they are gone. */
  stop(): Promise<void>;
}

/** How a program in the background is started. */
export interface BackgroundOptions {
  /** A Python, which runs the small guardian that ends the program when this process ends, even by SIGKILL. */
  python: string;
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Made anew; the output of the program goes there. */
  logFile: string;
}

const GUARDIAN = join(projectFolder, 'local', 'stop-with-parent.py');
const LAST_RESORT_MS = 8_000;

const startGuarded = (command: readonly string[], { python, cwd, env, logFile }: BackgroundOptions): ChildProcess => {
  const log = openSync(logFile, 'w');
  const child = spawn(python, [GUARDIAN, ...command], {
    cwd,
    env,
    stdio: ['pipe', log, log],
    // A group of its own, so that Ctrl-C in the terminal does not end it before us, and its end takes its workers along.
    detached: true,
  });
  closeSync(log);
  child.stdin?.on('error', () => {});
  // The child must not keep our own process alive: when that has nothing left to do, it ends and the child with it.
  child.unref();
  return child;
};

/** Starts a program that stays up until stop is called or this process ends. */
export const startInBackground = (command: readonly string[], options: BackgroundOptions): BackgroundProgram => {
  const child = startGuarded(command, options);
  let running = true;
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      running = false;
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  return {
    isRunning: () => running,
    stop: async () => {
      child.ref();
      child.stdin?.end();
      const gone = await Promise.race([ended.then(() => true), wait(LAST_RESORT_MS, false, { ref: false })]);
      if (gone || child.pid === undefined) return;
      process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
  };
};

/** Waits until a program answers. When it ends before that or takes too long, it is stopped, and this gives false. */
export const comesUp = async (
  program: BackgroundProgram,
  answers: () => Promise<boolean>,
  withinMs: number,
): Promise<boolean> => {
  const giveUpAt = Date.now() + withinMs;
  while (!(await answers())) {
    if (!program.isRunning() || Date.now() > giveUpAt) {
      await program.stop();
      return false;
    }
    await wait(50);
  }
  return true;
};
