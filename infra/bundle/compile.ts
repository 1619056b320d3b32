import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';

const project = fileURLToPath(new URL('../..', import.meta.url));
const functionsFolder = join(project, 'functions');
/** A function that holds this reads the district that lies beside it. */
const DISTRICT = 'shared/adapters/district-file.ts';
/** A function that holds this serves the pages that lie beside it. */
const PAGES = 'shared/adapters/pages-file.ts';

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

/** What is put in the place of parts of the SDK and of Node; each file says why. */
export const replacements = {
  '@aws-sdk/credential-provider-node': fileURLToPath(new URL('./environment-credentials.ts', import.meta.url)),
  '@aws-sdk/endpoint-cache': fileURLToPath(new URL('./no-endpoint-cache.ts', import.meta.url)),
  'node:fs': fileURLToPath(new URL('./builtin/fs.cjs', import.meta.url)),
  'node:fs/promises': fileURLToPath(new URL('./builtin/fs-promises.cjs', import.meta.url)),
  'node:http': fileURLToPath(new URL('./builtin/http.cjs', import.meta.url)),
} as const;

/** A function's code by its files, of which `index.mjs` is the first to be loaded, and whether it reads the district or the pages. */
export interface CompiledFunction {
  files: ReadonlyMap<string, Uint8Array>;
  readsDistrict: boolean;
  readsPages: boolean;
}

let compiled: ReadonlyMap<string, CompiledFunction> | undefined;

/** Compiles all of functions/; once a process, since the code is the same for every stage and district. */
export const compileFunctions = (): ReadonlyMap<string, CompiledFunction> => {
  compiled ??= compile();
  return compiled;
};

const entryOf = (name: string): string => join(functionsFolder, name, 'index.ts');

const build = (names: readonly string[], { outdir = functionsFolder, splitting = false } = {}) =>
  buildSync({
    ...bundleOptions,
    entryPoints: names.map(entryOf),
    outbase: outdir,
    outdir,
    absWorkingDir: project,
    write: false,
    metafile: true,
    alias: replacements,
    splitting,
    chunkNames: '[hash]',
  });

/** Whether some of the code of an entry is only loaded when it is asked for. */
const loadsLater = ({ inputs, outputs }: Metafile, name: string): boolean => {
  const output = Object.values(outputs).find(({ entryPoint }) => entryPoint === `functions/${name}/index.ts`);
  return Object.keys(output?.inputs ?? {}).some((input) =>
    inputs[input]?.imports.some(
      ({ kind, external, path }) => kind === 'dynamic-import' && !external && path.startsWith('shared/'),
    ),
  );
};

const compile = (): Map<string, CompiledFunction> => {
  const names = readdirSync(functionsFolder).filter((name) => existsSync(entryOf(name)));
  const whole = build(names);
  return new Map(
    names.map((name) => {
      const folder = join(functionsFolder, name);
      // What is loaded later lies in files of its own, which no start reads.
      const { outputFiles, metafile } = loadsLater(whole.metafile, name)
        ? build([name], { outdir: folder, splitting: true })
        : whole;
      const own = outputFiles.filter(({ path }) => dirname(path) === folder);
      const files = new Map(own.map(({ path, contents }) => [basename(path), contents]));
      const outputs = own.map(({ path }) => metafile.outputs[relative(project, path)]);
      const reads = (source: string): boolean => outputs.some((output) => source in (output?.inputs ?? {}));
      return [name, { files, readsDistrict: reads(DISTRICT), readsPages: reads(PAGES) }];
    }),
  );
};
