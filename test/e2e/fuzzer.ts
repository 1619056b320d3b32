import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { localHost } from '#local/endpoint.ts';
import { projectFolder } from '#local/project-folder.ts';
import { preparePython } from '#local/python.ts';
import { runProgram } from '#local/run-program.ts';

/** The same requests in every run. */
const SEED = 81890;
const ENDS_AFTER_MS = 90_000;

/**
 * Checks that say nothing of this API: which of the requests that fit the schema it takes is decided by check digits, ids of
 * the district and the calendar; the gateway answers an unknown method with 404; the last three want links between operations.
 */
const LEFT_OUT = [
  ...['positive_data_acceptance', 'unsupported_method', 'allow_header_conformance'],
  ...['use_after_free', 'ensure_resource_availability', 'object_level_authorization'],
];

/** One run of the fuzzer over openapi.json. */
export interface Fuzzing {
  /** The address of an API on this machine. */
  api: string;
  token: string | undefined;
  phase: 'coverage' | 'fuzzing';
  /** The operations that are tried, all when absent. */
  operations?: readonly string[];
  /** Parameters of the path that have this value instead of any. */
  params?: Readonly<Record<string, string>>;
  /** So many requests at most for each operation. */
  most: number;
}

/** The settings are a file, for a command line is read by everybody on the machine, and a token is among them. */
const configOf = ({ token, params = {} }: Fuzzing): string =>
  [
    ...(token === undefined ? [] : ['[headers]', `Authorization = "Bearer ${token}"`]),
    '[parameters]',
    ...Object.entries(params).map(([name, value]) => `"path.${name}" = "${value}"`),
  ].join('\n');

/** Lets schemathesis try the API. Gives how many requests it made; throws all of its report when it finds anything. */
export const fuzz = async (fuzzing: Fuzzing): Promise<number> => {
  const { api, phase, operations = [], most } = fuzzing;
  if (new URL(api).hostname !== localHost) throw new Error(`only an API on this machine is tried, not ${api}`);
  const python = await preparePython('fuzzer');
  const cwd = await mkdtemp(join(tmpdir(), 'hotline-fuzzer-'));
  try {
    const config = join(cwd, 'config.toml');
    await writeFile(config, configOf(fuzzing));
    const { code, output } = await runProgram(
      join(dirname(python), 'schemathesis'),
      [
        ...['--config-file', config, 'run', join(projectFolder, 'openapi.json'), '--url', api, '--phases', phase],
        ...['--checks', 'all', '--exclude-checks', LEFT_OUT.join(), '--max-examples', String(most), '--seed', String(SEED)],
        ...['--generation-database', 'none', '--suppress-health-check', 'all', '--warnings', 'off', '--no-color'],
        ...['--no-shrink', '--continue-on-failure', '--request-timeout', '20'],
        ...operations.flatMap((name) => ['--include-operation-id', name]),
      ],
      // No proxy of this machine stands between them.
      {
        cwd,
        env: { PATH: '/usr/bin:/bin', HOME: cwd, LANG: 'C.UTF-8', NO_PROXY: '*' },
        signal: AbortSignal.timeout(ENDS_AFTER_MS),
      },
    );
    if (code !== 0) throw new Error(output);
    return Number(/(\d+) generated/.exec(output)?.[1] ?? 0);
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
};
