import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** One planted violation for each room: an import that goes up. */
const planted: [path: string, imported: string][] = [
  ['shared/domain/x.ts', '#contracts/http/http-contract.ts'],
  ['shared/domain/x.ts', '../contracts/http/http-contract.ts'],
  ['shared/domain/x.ts', '#adapters/system-clock.ts'],
  ['shared/domain/x.ts', '@aws-sdk/client-sqs'],
  ['shared/domain/x.ts', 'node:fs'],
  ['shared/domain/figures/x.ts', '#ports/clock.ts'],
  ['shared/domain/figures/x.ts', '../instant.ts'],
  ['shared/domain/telephone/x.ts', 'libphonenumber-js'],
  ['shared/contracts/http/x.ts', '#ports/clock.ts'],
  ['shared/ports/x.ts', '#adapters/system-clock.ts'],
  ['shared/ports/x.ts', '@aws-sdk/client-sqs'],
  ['shared/use-cases/x.ts', '#adapters/system-clock.ts'],
  ['shared/use-cases/x.ts', '#runtime/log.ts'],
  ['shared/channels/twilio/x.ts', '#ports/clock.ts'],
  ['shared/channels/twilio/x.ts', '#use-cases/carry-out.ts'],
  ['shared/adapters/sqs/x.ts', '#runtime/log.ts'],
  ['shared/adapters/sqs/x.ts', '#use-cases/carry-out.ts'],
  ['shared/adapters/sqs/x.ts', '#test/adapters/memory/tickets.ts'],
  ['shared/runtime/x.ts', '#adapters/system-clock.ts'],
  ['shared/runtime/x.ts', '@aws-sdk/client-sqs'],
  ['functions/one/handler.ts', '#adapters/system-clock.ts'],
  ['functions/two/handler.ts', 'aws-lambda'],
  ['functions/two/handler.ts', '#functions/one/handler.ts'],
  ['functions/one/env.ts', '#domain/tickets/ticket.ts'],
  ['functions/one/index.ts', '#infra/stages.ts'],
  ['infra/functions/x.ts', '#adapters/system-clock.ts'],
  ['infra/functions/x.ts', '#functions/open-ticket/handler.ts'],
  ['infra/constructs/x.ts', '#infra/functions/assign-unit.ts'],
  ['simulator/x.ts', '#channels/twilio/twiml.ts'],
  ['simulator/x.ts', '#runtime/log.ts'],
  ['local/x.ts', '#scripts/start.ts'],
  ['web/x.ts', '#adapters/system-clock.ts'],
  ['web/x.ts', 'node:fs'],
  ['test/adapters/memory/x.ts', '#adapters/dynamodb/keys.ts'],
];

/** Arrows that go down and must stay allowed, so that the rule can't pass by refusing everything. */
const allowed: [path: string, imported: string][] = [
  ['shared/domain/x.ts', '#domain/tickets/ticket.ts'],
  ['shared/domain/x.ts', 'zod'],
  ['shared/contracts/http/x.ts', '#domain/tickets/ticket.ts'],
  ['shared/use-cases/x.ts', '#domain/calls/state.ts'],
  ['shared/adapters/sqs/x.ts', '#ports/work-queue.ts'],
  ['functions/two/index.ts', '#adapters/system-clock.ts'],
  ['infra/functions/x.ts', '#functions/open-ticket/env.ts'],
  ['infra/functions/x.ts', '#infra/constructs/alarms.ts'],
  ['test/adapters/memory/x.ts', '#ports/work-queue.ts'],
  ['web/desk/x.ts', '#contracts/http/problem.ts'],
];

/** Each import stands in a file of its own, in a tree of its own that has only our rules. */
const fileOf = (path: string, imported: string): string => path.replace(/\bx\.ts$/, `${imported.replaceAll(/[^a-z]/g, '_')}.ts`);
const tree = mkdtempSync(join(tmpdir(), 'arrows-'));
let report = '';

beforeAll(() => {
  cpSync('biome.json', join(tree, 'biome.json'));
  for (const [path, imported] of [...planted, ...allowed]) {
    const file = join(tree, fileOf(path, imported));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `import * as x from '${imported}';\nexport const y = x;\n`, { flag: 'a' });
  }
  const biome = resolve('node_modules/.bin/biome');
  report = spawnSync(biome, ['lint', '--reporter=github', '--max-diagnostics=none'], { cwd: tree, encoding: 'utf8' }).stdout;
});
afterAll(() => rmSync(tree, { recursive: true }));

const isRefused = (path: string, imported: string): boolean =>
  report.split('\n').some((line) => line.includes('noRestrictedImports') && line.includes(`file=${fileOf(path, imported)},`));

describe('imports go down the list of rooms only', () => {
  it.each(planted)('%s may not import %s', (path, imported) => expect(isRefused(path, imported)).toBe(true));
  it.each(allowed)('%s may import %s', (path, imported) => expect(isRefused(path, imported)).toBe(false));
});
