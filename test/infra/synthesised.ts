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
  properties: any;
  deletionPolicy: string | undefined;
  dependsOn: string[] | undefined;
}

export interface Synthesised {
  app: App;
  /** Stack name → template, as it would be deployed. */
  templates: Record<string, any>;
  resources: Resource[];
}

/** All resources of some templates. */
export const resourcesOf = (templates: Record<string, any>): Resource[] =>
  Object.entries(templates).flatMap(([stack, { Resources }]) =>
    Object.entries(Resources as Record<string, any>).map(([id, { Type, Properties = {}, DeletionPolicy, DependsOn }]) => ({
      ...{ stack, id, type: Type, properties: Properties, deletionPolicy: DeletionPolicy, dependsOn: DependsOn },
    })),
  );

/** Synthesises the whole app in this process. The checks of templates and rules have tests of their own. */
export const synthesise = (context: Record<string, string> = {}, district?: District): Synthesised => {
  const outdir = mkdtempSync(join(tmpdir(), 'hotline-synthesised-'));
  try {
    const { app } = buildApp(context, { outdir, stackTraces: false, treeMetadata: false, ...(district && { district }) });
    const { stacks } = app.synth({ skipValidation: true });
    const templates: Synthesised['templates'] = Object.fromEntries(
      stacks.map(({ stackName, template }) => [stackName, template]),
    );
    return { app, templates, resources: resourcesOf(templates) };
  } finally {
    rmSync(outdir, { recursive: true });
  }
};
