import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { App, type AppProps, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { District } from '../shared/domain/district.ts';
import { bundlesFor } from './bundle/bundles.ts';
import { deploymentOf } from './constructs/deployment.ts';
import { readDistrict } from './district/read-district.ts';
import { readSettings, type Settings } from './settings.ts';
import { DataStack } from './stacks/data-stack.ts';
import { LanesStack, laneStacks } from './stacks/lanes-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';

/** The stacks of one deployment. */
export interface Hotline {
  app: App;
  data: DataStack;
  service: ServiceStack;
  lanes: LanesStack[];
}

const project = new URL('..', import.meta.url);

/** Reads a district of config/ as it will be shipped. Throws a DistrictDataError. */
export const districtNamed = (name: string): District =>
  readDistrict(fileURLToPath(new URL(`config/${name}`, project))).district;

/** Adds the hotline's stacks to an app. */
export const addHotline = (app: App, settings: Settings, district: District = districtNamed(settings.district)): Hotline => {
  const { stage, region, local } = settings;
  const deployment = deploymentOf(settings, district, bundlesFor(district));
  const shared = {
    deployment,
    terminationProtection: stage.keepsData,
    ...(region && { env: { region } }),
  };
  const stack = (name: string, description: string) => ({
    ...shared,
    stackName: `hotline-${stage.name}-${name}`,
    description,
    ...(local?.synthesizer && { synthesizer: local.synthesizer() }),
  });

  const data = new DataStack(app, `hotline-${stage.name}-data`, stack('data', 'Hotline: tickets, figures, people, secrets'));
  const service = new ServiceStack(app, `hotline-${stage.name}-service`, {
    ...stack('service', 'Hotline: doors, fan-out, schedules, alarms'),
    data,
  });
  const lanes = laneStacks(district.departments).map(
    ([number, departments]) =>
      new LanesStack(app, `hotline-${stage.name}-lanes-${number}`, {
        ...stack(`lanes-${number}`, `Hotline: the lanes of ${departments.length} departments`),
        ...{ data, service, departments },
      }),
  );
  for (const [name, value] of Object.entries({ project: 'hotline', stage: stage.name, district: district.id })) {
    Tags.of(app).add(name, value);
  }
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { app, data, service, lanes };
};

/** Builds the whole app in this process, with the feature flags of cdk.json; `context` is what `-c` says. For tests and tools. */
export const buildApp = (
  context: Readonly<Record<string, string>> = {},
  { district, ...props }: Omit<AppProps, 'context'> & { district?: District } = {},
): Hotline => {
  const flags = (JSON.parse(readFileSync(new URL('cdk.json', project), 'utf8')) as { context: Record<string, unknown> }).context;
  const app = new App({ analyticsReporting: false, ...props, context: { ...flags, ...context } });
  return addHotline(app, readSettings(context), district);
};
