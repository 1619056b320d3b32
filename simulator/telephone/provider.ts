import { type Caller, scriptedCaller } from './caller.ts';
import { numberHeard } from './number-heard.ts';
import type { CallRecord, Telephone } from './script.ts';
import { tapped, type Wires } from './wires.ts';

/** A call as its provider knows it. */
export interface Carried {
  id: string;
  from: string;
  caller: Caller;
  wires: Wires;
}

/** A provider's stand-in, written from that provider's public documentation: carries a call from its ringing to its end. */
export interface PhoneProvider {
  newId(): string;
  carry(call: Carried): Promise<void>;
}

/** The number that was called. */
export const CALLED = '+86533081890';

/** A call asks and answers at most so often: one that goes in circles is a fault, and must not go on for ever. */
export const MOST_STEPS = 120;

/** Carries a call of somebody. Gives what the provider sent and was answered. */
export const ring = async (
  provider: PhoneProvider,
  { from, id = provider.newId(), caller }: { from: string; id?: string | undefined; caller: Caller },
  wires: Wires,
): Promise<Pick<CallRecord, 'id' | 'exchange'>> => {
  const tap = tapped(wires);
  await provider.carry({ id, from, caller, wires: tap.wires });
  return { id, exchange: tap.exchange };
};

/** A telephone of a provider; `letters` are those that the district's ticket numbers begin with. */
export const telephoneWith =
  (provider: PhoneProvider, wires: Wires, letters: string): Telephone =>
  async ({ from, id, answers }) => {
    const caller = scriptedCaller({ answers });
    const rung = await ring(provider, { from, id, caller }, wires);
    return { ...rung, heard: caller.heard, number: numberHeard(caller.heard, letters) };
  };
