import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const Resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Condition: z.string().optional(),
  Metadata: z.looseObject({ 'aws:cdk:path': z.string().optional() }).optional(),
});

/** A resource as a synthesised template has it. */
export type TemplateResource = z.infer<typeof Resource>;

const Template = z.looseObject({ Resources: z.record(z.string(), Resource).default({}) });

/** A synthesised template, as far as we read it. */
export type Template = z.infer<typeof Template>;

const Artifact = z.looseObject({
  type: z.string(),
  properties: z
    .looseObject({
      templateFile: z.string().optional(),
      stackName: z.string().optional(),
      directoryName: z.string().optional(),
    })
    .optional(),
});
const Manifest = z.looseObject({ artifacts: z.record(z.string(), Artifact) });

/** A synthesised stack. */
export interface AssemblyStack {
  name: string;
  template: Template;
}

const jsonIn = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));

/** The stacks in the folder that `cdk synth` wrote, those of nested stages too. Throws when it is no such folder. */
export const readAssembly = (folder: string): AssemblyStack[] => {
  const { artifacts } = Manifest.parse(jsonIn(folder, 'manifest.json'));
  return Object.entries(artifacts).flatMap(([id, { type, properties }]): AssemblyStack[] => {
    if (type === 'cdk:cloud-assembly' && properties?.directoryName) return readAssembly(join(folder, properties.directoryName));
    if (type !== 'aws:cloudformation:stack' || !properties?.templateFile) return [];
    const template = Template.parse(jsonIn(folder, properties.templateFile));
    return [{ name: properties.stackName ?? id, template }];
  });
};
