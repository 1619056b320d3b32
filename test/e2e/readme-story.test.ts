import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { writeStack } from '#local/stack-file.ts';
import { handsOn } from './running-hotline.ts';

const stack = inject('stack');
const hotline = handsOn(stack);
const variables = 'npm run --silent variables';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readme-story-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The lines of the README that a newcomer pastes, with the variables of this run's hotline. */
const linesOfStory = async (): Promise<string> => {
  const stackFile = join(folder, 'stack.json');
  await writeStack(stack, stackFile);
  const readme = await readFile('README.md', 'utf8');
  const lines = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block).join('');
  expect(lines).toContain(variables);
  return lines.replace(variables, `${variables} -- '${stackFile}'`);
};

it('the story of the README works as it is pasted, from the resident to the figures', async () => {
  // Counts more often than each minute, so that the story need not wait for the schedule.
  let isOver = false;
  const story = promisify(execFile)('sh', ['-e', '-u', '-c', await linesOfStory()], { timeout: 100_000 })
    .catch(({ stdout, stderr }) => {
      throw new Error(`the story stopped after\n${stdout}\n${stderr}`);
    })
    .finally(() => {
      isOver = true;
    });
  const end = story.catch(() => {});
  while (!isOver) {
    await hotline.run('roll-up-figures');
    await Promise.race([end, new Promise((resolve) => setTimeout(resolve, 2000))]);
  }
  const { stdout, stderr } = await story;
  expect(stderr).toBe('');

  const [number = '', ...printed] = stdout.split('\n');
  expect(printed.slice(0, 4)).toEqual(['accepted', 'resolved', 'true', '管道已修好，恢复供水']);
  const ticket = await hotline.insist({ as: 'agent-sun', method: 'GET', path: `/tickets/${number}` });
  expect(ticket).toMatchObject({ state: 'closed', department: 'water', rating: { solved: true, stars: 5 } });
  const figures = printed.slice(4).join('\n');
  for (const count of ['received', 'dispatched', 'accepted', 'completedOnTime', 'rated', 'satisfied', 'solved', 'closed']) {
    expect(figures).toMatch(new RegExp(`\\b${count}: [1-9]`));
  }
}, 120_000);
