import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const Resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Condition: z.string().optional(),
  Metadata: z.looseObject({ 'aws:cdk:path': z.string().optional() }).optional(),
});
export type TemplateResource = z.infer<typeof Resource>;

const Template = z.looseObject({ Resources: z.record(z.string(), Resource).default({}) });
export type Template = z.infer<typeof Template>;

const Manifest = z.looseObject({
  artifacts: z.record(
    z.string(),
    z.looseObject({
      type: z.string(),
      properties: z
        .looseObject({
          templateFile: z.string().optional(),
          stackName: z.string().optional(),
          directoryName: z.string().optional(),
        })
        .optional(),
    }),
  ),
});

export type AssemblyStack = { readonly name: string; readonly template: Template };

/** Takes the folder that cdk synth wrote; gives its stacks, those of nested stages too. Throws when it is no such folder. */
export function readAssembly(folder: string): AssemblyStack[] {
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  return Object.entries(manifest.artifacts).flatMap(([id, { type, properties }]): AssemblyStack[] => {
    if (type === 'cdk:cloud-assembly' && properties?.directoryName) return readAssembly(join(folder, properties.directoryName));
    if (type !== 'aws:cloudformation:stack' || !properties?.templateFile) return [];
    const template = Template.parse(JSON.parse(readFileSync(join(folder, properties.templateFile), 'utf8')));
    return [{ name: properties.stackName ?? id, template }];
  });
}
