import type { CallBackWanted } from '#contracts/messages/call-back-wanted.ts';
import type { CallBacks } from './call-backs.ts';
import type { CallStore } from './call-store.ts';
import type { CallerSeal } from './caller-seal.ts';
import type { DayCounts } from './day-counts.ts';
import type { DutyRings } from './duty-rings.ts';
import type { FiguresSource, FiguresStore } from './figures.ts';
import type { LeaseQueue } from './lease-queue.ts';
import type { LookUpCodes } from './look-up-codes.ts';
import type { LookUps } from './look-ups.ts';
import type { PhoneKeys } from './phone-keys.ts';
import type { RecordingArchive } from './recordings.ts';
import type { SendAll } from './send-all.ts';
import type { SentMarks } from './sent-marks.ts';
import type { TelephoneTickets } from './telephone-tickets.ts';
import type { DueIndex, TicketLists, TicketStore } from './ticket-store.ts';
import type { WorkQueue } from './work-queue.ts';

/** Everything outside of the domain that a function may be given, by the name under which its handler knows it. */
export interface Ports {
  store: TicketStore;
  lists: TicketLists;
  telephoneTickets: TelephoneTickets;
  dueIndex: DueIndex;
  calls: CallStore;
  callBacks: CallBacks;
  phoneKeys: PhoneKeys;
  lookUps: LookUps;
  lookUpCodes: LookUpCodes;
  callerSeal: CallerSeal;
  sent: SentMarks;
  dutyRings: DutyRings;
  dayCounts: DayCounts;
  source: FiguresSource;
  figures: FiguresStore;
  workQueue: WorkQueue;
  callBackQueue: LeaseQueue<CallBackWanted>;
  archive: RecordingArchive;
  /** Where it is told that a recording was made. */
  sendRecordings: SendAll;
  /** Where calls wait that can't be served now, their callers sealed. */
  park: SendAll;
}

export type PortName = keyof Ports;

/**
 * What a function or an operation touches: of each port the methods that it uses, or `true` for one that is a function
 * itself. Its role, its environment and the type of its needs come from this declaration and from nothing else.
 */
export type Touches = {
  readonly [Port in PortName]?: Ports[Port] extends SendAll ? true : readonly (keyof Ports[Port])[];
};

/** The needs of a handler that touches these: of each port just those methods. */
export type Touched<T extends Touches> = {
  [Port in keyof T & PortName]: T[Port] extends readonly (infer Method)[]
    ? Pick<Ports[Port], Method & keyof Ports[Port]>
    : Ports[Port];
};

/** Of some adapters those that were declared: a handler that uses more than it declares does not compile. */
export const only = <const T extends Touches>(touches: T, adapters: Pick<Ports, keyof T & PortName>): Touched<T> => {
  const ports = Object.keys(touches) as (keyof T & PortName)[];
  return Object.fromEntries(ports.map((port) => [port, adapters[port]])) as Touched<T>;
};
