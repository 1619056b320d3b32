import * as z from 'zod';
import type { PortName, Touches } from './ports.ts';

const Name = z.string().min(1);

/** The variables of the environment by which a function finds what is behind its ports. */
const forms = {
  TICKETS_TABLE: Name,
  FIGURES_TABLE: Name,
  /** What the names of all work queues begin with; the department follows. */
  WORK_QUEUE_PREFIX: Name,
  CALL_BACKS_QUEUE_URL: z.url(),
  RECORDINGS_BUCKET: Name,
  RECORDINGS_QUEUE_URL: z.url(),
  PARKED_CALLS_QUEUE_URL: z.url(),
  /** The name of the deployment's secret: with it leases and callers are sealed, and telephone numbers are made keys. */
  DEPLOYMENT_SECRET: Name,
} as const;
export type PortVariable = keyof typeof forms;

/** The variables of each port. */
const variables = {
  store: ['TICKETS_TABLE'],
  lists: ['TICKETS_TABLE'],
  telephoneTickets: ['TICKETS_TABLE'],
  dueIndex: ['TICKETS_TABLE'],
  calls: ['TICKETS_TABLE'],
  callBacks: ['TICKETS_TABLE'],
  phoneKeys: ['DEPLOYMENT_SECRET'],
  lookUps: ['TICKETS_TABLE'],
  lookUpCodes: ['DEPLOYMENT_SECRET'],
  callerSeal: ['DEPLOYMENT_SECRET'],
  sent: ['TICKETS_TABLE'],
  dutyRings: ['TICKETS_TABLE'],
  dayCounts: ['TICKETS_TABLE'],
  source: ['TICKETS_TABLE'],
  figures: ['FIGURES_TABLE'],
  workQueue: ['WORK_QUEUE_PREFIX', 'DEPLOYMENT_SECRET'],
  callBackQueue: ['CALL_BACKS_QUEUE_URL', 'DEPLOYMENT_SECRET'],
  archive: ['RECORDINGS_BUCKET'],
  sendRecordings: ['RECORDINGS_QUEUE_URL'],
  park: ['PARKED_CALLS_QUEUE_URL', 'DEPLOYMENT_SECRET'],
} as const satisfies Record<PortName, readonly PortVariable[]>;

/** The variables that a function which touches these must have. */
export type VariablesOf<T extends Touches> = (typeof variables)[keyof T & PortName][number];

/** The names of those variables. */
export const variablesOf = (touches: Touches): PortVariable[] => [
  ...new Set((Object.keys(touches) as PortName[]).flatMap((port) => variables[port])),
];

/** The schema of an environment: what it gives, and what it takes. */
type Environment<T extends Touches, Own extends z.ZodRawShape> = z.ZodType<
  Record<VariablesOf<T>, string> & (keyof Own extends never ? unknown : z.output<z.ZodObject<Own>>),
  Record<VariablesOf<T>, string> & (keyof Own extends never ? unknown : z.input<z.ZodObject<Own>>)
>;

/** The schema of a function's environment: the variables of what it touches, and others of its own. */
export const environmentOf = <const T extends Touches, Own extends z.ZodRawShape>(touches: T, own: Own): Environment<T, Own> => {
  const ofPorts = Object.fromEntries(variablesOf(touches).map((name) => [name, forms[name]]));
  return z.object({ ...ofPorts, ...own }) as unknown as Environment<T, Own>;
};
