import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import type { District } from '#domain/district/district.ts';
import { buildApp } from '#infra/hotline-app.ts';

/** A resource with the stack that it is in. */
export interface Resource {
  stack: string;
  id: string;
  type: string;
  /** What it takes from another stack points there: `{ Ref: id, stack }` in the place of an import. */
  properties: any;
  deletionPolicy: string | undefined;
  dependsOn: string[] | undefined;
}

export interface Synthesised {
  app: App;
  /** Stack name → template, as it would be deployed. */
  templates: Record<string, any>;
  /** Stack name → the names of those that are deployed before it. */
  dependencies: Record<string, string[]>;
  resources: Resource[];
}

/** Export name → what it points to, and in which stack. */
const exportsOf = (templates: Record<string, any>): Map<string, any> =>
  new Map(
    Object.entries(templates).flatMap(([stack, { Outputs = {} }]) =>
      Object.values<any>(Outputs).flatMap(({ Export, Value }) => (Export ? [[Export.Name, { ...Value, stack }] as const] : [])),
    ),
  );

const withoutImports = (value: any, exports: Map<string, any>): any => {
  if (Array.isArray(value)) return value.map((item) => withoutImports(item, exports));
  if (typeof value !== 'object' || value === null) return value;
  const name = value['Fn::ImportValue'];
  if (name !== undefined) return exports.get(name) ?? value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutImports(item, exports)]));
};

/** All resources of some templates. A stack of a district without departments for it has none. */
export const resourcesOf = (templates: Record<string, any>): Resource[] => {
  const exports = exportsOf(templates);
  return Object.entries(templates).flatMap(([stack, { Resources = {} }]) =>
    Object.entries<any>(Resources).map(([id, { Type, Properties = {}, DeletionPolicy, DependsOn }]) => ({
      stack,
      id,
      type: Type,
      properties: withoutImports(Properties, exports),
      deletionPolicy: DeletionPolicy,
      dependsOn: DependsOn,
    })),
  );
};

/** Synthesises the whole app in this process. The checks of templates and rules have tests of their own. */
export const synthesise = (context: Record<string, string> = {}, district?: District): Synthesised => {
  const outdir = mkdtempSync(join(tmpdir(), 'hotline-synthesised-'));
  try {
    const { app } = buildApp(context, { outdir, stackTraces: false, treeMetadata: false, ...(district && { district }) });
    const { stacks } = app.synth({ skipValidation: true });
    const templates = Object.fromEntries(stacks.map(({ stackName, template }) => [stackName, template]));
    const names = new Map(stacks.map(({ id, stackName }) => [id, stackName]));
    const before = (ids: string[]): string[] => ids.flatMap((id) => names.get(id) ?? []);
    const dependencies = Object.fromEntries(
      stacks.map(({ stackName, dependencies }) => [stackName, before(dependencies.map(({ id }) => id))]),
    );
    return { app, templates, dependencies, resources: resourcesOf(templates) };
  } finally {
    rmSync(outdir, { recursive: true });
  }
};
