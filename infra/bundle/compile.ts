import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, buildSync } from 'esbuild';

const project = fileURLToPath(new URL('../..', import.meta.url));
const functionsFolder = join(project, 'functions');

/** Bundled packages that still call require() find it here; the name is one that esbuild does not give to anything else. */
const REQUIRE = "import{createRequire as hotlineRequire}from'node:module';const require=hotlineRequire(import.meta.url);";

/**
 * How all functions are bundled. The bench builds its bare floor with the same. No source maps: reading one costs every
 * start, and the map of a deployed commit can be made again from that commit.
 */
export const bundleOptions = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  banner: { js: REQUIRE },
  outExtension: { '.js': '.mjs' },
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'silent',
} as const satisfies BuildOptions;

/** The one thing that is changed in the SDK; see environment-credentials.ts. */
export const environmentCredentials = {
  '@aws-sdk/credential-provider-node': fileURLToPath(new URL('./environment-credentials.ts', import.meta.url)),
} as const;

/** A function's code as one file, and whether it reads the district that lies beside it. */
export interface CompiledFunction {
  code: Uint8Array;
  readsDistrict: boolean;
}

let compiled: ReadonlyMap<string, CompiledFunction> | undefined;

/** Compiles all of functions/ in one go; once a process, since the code is the same for every stage and district. */
export const compileFunctions = (): ReadonlyMap<string, CompiledFunction> => {
  compiled ??= compile();
  return compiled;
};

const compile = (): Map<string, CompiledFunction> => {
  const entryPoints = readdirSync(functionsFolder)
    .map((name) => join(functionsFolder, name, 'index.ts'))
    .filter((file) => existsSync(file));
  const { outputFiles, metafile } = buildSync({
    ...bundleOptions,
    entryPoints,
    outbase: functionsFolder,
    outdir: functionsFolder,
    absWorkingDir: project,
    write: false,
    metafile: true,
    alias: environmentCredentials,
  });
  return new Map(
    outputFiles.map(({ path, contents }) => {
      const inputs = Object.keys(metafile.outputs[relative(project, path)]?.inputs ?? {});
      const readsDistrict = inputs.includes('shared/adapters/district-file.ts');
      return [relative(functionsFolder, dirname(path)), { code: contents, readsDistrict }];
    }),
  );
};
