import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type AppProps, type Stack, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { District } from '#domain/district/district.ts';
import { withBundles } from './bundle/bundles.ts';
import { warnWhenCalendarEnds } from './constructs/calendar-warning.ts';
import { type Deployment, deploymentOf, nameOf } from './constructs/deployment.ts';
import { warnWithoutDuty } from './constructs/duty-warning.ts';
import { readDistrict } from './district/read-district.ts';
import { checkAgentNumber } from './phone-settings.ts';
import { readSettings, type Settings } from './settings.ts';
import { ConsumersStack } from './stacks/consumers-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { DoorsStack } from './stacks/doors-stack.ts';
import { EventsStack } from './stacks/events-stack.ts';
import { LanesStack, laneStacks } from './stacks/lanes-stack.ts';

/** The stacks of one deployment, in the order in which they are deployed. */
export interface Hotline {
  app: App;
  data: DataStack;
  events: EventsStack;
  lanes: LanesStack[];
  consumers: ConsumersStack;
  doors: DoorsStack;
}

/** Reads a district of config/ as it will be shipped; cdk runs the app where cdk.json is. Throws a DistrictDataError. */
export const districtNamed = (name: string): District => readDistrict(join('config', name)).district;

/** What comes later waits for all that comes before, though it may need nothing of it. */
const inThisOrder = (...steps: (readonly Stack[])[]): void =>
  steps.forEach((step, n) => {
    for (const later of step)
      for (const earlier of steps[n - 1] ?? []) later.addStackDependency(earlier, 'listeners before speakers');
  });

const addStacks = (app: App, { region }: Settings, deployment: Deployment): Hotline => {
  const { stage, district, local } = deployment;
  const props = (name: string, description: string) => ({
    deployment,
    stackName: nameOf(deployment, name),
    description: `Hotline: ${description}`,
    terminationProtection: stage.keepsData,
    ...(region && { env: { region } }),
    ...(local?.synthesizer && { synthesizer: local.synthesizer() }),
  });
  const id = (name: string): string => nameOf(deployment, name);

  const data = new DataStack(app, id('data'), props('data', 'tickets, figures, people, secrets'));
  const events = new EventsStack(app, id('events'), { ...props('events', 'topics, and the queues of the service'), data });
  const lanes = laneStacks(district.departments).map(
    (departments, number) =>
      new LanesStack(app, id(`lanes-${number}`), {
        ...props(`lanes-${number}`, `the lanes of ${departments.length} departments`),
        // A stack that empties must be able to go; its queues are kept by their own policy.
        terminationProtection: false,
        departments,
        data,
        events,
      }),
  );
  const parts = { data, events };
  const consumers = new ConsumersStack(app, id('consumers'), {
    ...props('consumers', 'what reads the stream, the queues and the clock'),
    ...parts,
  });
  const doors = new DoorsStack(app, id('doors'), { ...props('doors', 'the API and the phone'), ...parts });
  inThisOrder([data], [events], lanes, [consumers], [doors]);
  return { app, data, events, lanes, consumers, doors };
};

/** Adds the hotline's stacks to an app. */
export const addHotline = (
  app: App,
  settings: Settings,
  { district = districtNamed(settings.district), today = new Date() }: { district?: District; today?: Date } = {},
): Hotline => {
  const { stage, local } = settings;
  checkAgentNumber(stage, district);
  const hotline = withBundles(district, (bundles) => addStacks(app, settings, deploymentOf(settings, district, bundles)));
  for (const [name, value] of Object.entries({ project: 'hotline', stage: stage.name, district: district.id })) {
    Tags.of(app).add(name, value);
  }
  warnWhenCalendarEnds(hotline.data, district.calendar, today);
  warnWithoutDuty(hotline.data, district, stage);
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
