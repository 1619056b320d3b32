import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type AppProps, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { District } from '#domain/district/district.ts';
import { withBundles } from './bundle/bundles.ts';
import { warnWhenCalendarEnds } from './constructs/calendar-warning.ts';
import { type Deployment, deploymentOf } from './constructs/deployment.ts';
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

/** Reads a district of config/ as it will be shipped; cdk runs the app where cdk.json is. Throws a DistrictDataError. */
export const districtNamed = (name: string): District => readDistrict(join('config', name)).district;

const addStacks = (app: App, { region }: Settings, deployment: Deployment): Hotline => {
  const { stage, district, local } = deployment;
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
  return { app, data, service, lanes };
};

/** Adds the hotline's stacks to an app. */
export const addHotline = (
  app: App,
  settings: Settings,
  { district = districtNamed(settings.district), today = new Date() }: { district?: District; today?: Date } = {},
): Hotline => {
  const { stage, local } = settings;
  const hotline = withBundles(district, (bundles) => addStacks(app, settings, deploymentOf(settings, district, bundles)));
  for (const [name, value] of Object.entries({ project: 'hotline', stage: stage.name, district: district.id })) {
    Tags.of(app).add(name, value);
  }
  warnWhenCalendarEnds(hotline.data, district.calendar, today);
  // What goes to a local AWS holds no one's data; the same templates are checked without `-c local`.
  if (!local) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return hotline;
};

type BuildProps = Omit<AppProps, 'context'> & { district?: District; today?: Date };

const appWith = (context: Readonly<Record<string, string>>, props: AppProps): App => {
  const { context: flags } = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8')) as { context: object };
  return new App({ analyticsReporting: false, ...props, context: { ...flags, ...context } });
};

/** Builds the whole app in this process, with the feature flags of cdk.json; `context` is what `-c` says. For tests and tools. */
export const buildApp = (
  context: Readonly<Record<string, string>> = {},
  { district, today, ...props }: BuildProps = {},
): Hotline => {
  const app = appWith(context, props);
  return addHotline(app, readSettings(context), { ...(district && { district }), ...(today && { today }) });
};
