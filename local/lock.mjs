import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

// Plain JavaScript, because the set-up needs it before the project's own Node is there.

const GIVE_UP_AFTER_MS = 15 * 60_000;

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const holderOf = (file) => {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
};

const take = (file) => {
  // Written aside and linked into place, so that nobody ever reads a lock without its holder.
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
};

const removeLeftBehind = (file, deadHolder) => {
  const aside = `${file}.left-by-${deadHolder}.${process.pid}`;
  try {
    renameSync(file, aside);
    // Another process may have done the same and taken the lock in between: then it goes back.
    if (holderOf(aside) !== deadHolder) linkSync(aside, file);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
};

export const withLock = async (file, work, onWait = () => {}) => {
  mkdirSync(dirname(file), { recursive: true });
  const giveUpAt = Date.now() + GIVE_UP_AFTER_MS;
  let hasWaited = false;
  while (!take(file)) {
    const holder = holderOf(file);
    if (holder !== undefined && (holder === process.pid || !isAlive(holder))) {
      if (holder !== process.pid) removeLeftBehind(file, holder);
    } else if (holder !== undefined && !hasWaited) {
      hasWaited = true;
      onWait(holder);
    }
    if (Date.now() > giveUpAt) {
      throw new Error(
        `Process ${holder} has held ${file} for too long: end it, or delete the file if it is no part of this project.`,
      );
    }
    await wait(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
};
