import { isToBeRung, type LostCall, sealedCallBack } from '#domain/calls/call-back.ts';
import { begin } from '#domain/calls/conversation.ts';
import { intakeOfCutOff } from '#domain/calls/matter-of-call.ts';
import { partsOfCallId } from '#domain/calls/providers.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { CallBacks } from '#ports/call-backs.ts';
import type { Clock } from '#ports/clock.ts';
import { type IntakeNeeds, takeIntake } from '#use-cases/take-intake.ts';
import { markOfCall } from './mark-of-call.ts';

const MOST_ATTEMPTS = 5;

/** What is needed to seal a caller's call-back. */
export interface SealingNeeds extends IntakeNeeds {
  callBacks: Pick<CallBacks, 'ofCaller' | 'replace'>;
  now: Clock;
}

/** Whether a ticket says all that a lost call had told. */
const isToldIn = ({ matter, additions }: Ticket, lost: LostCall): boolean =>
  lost.recording === undefined &&
  (lost.matter === undefined || [matter, ...additions.map(({ text }) => text)].some((text) => text.includes(lost.matter ?? '')));

/** What a lost call had told becomes a confidential ticket of its own: nobody will ring to ask for the rest. */
const fileLostCall = async (lost: LostCall, phone: Telephone, correlationId: string, needs: SealingNeeds): Promise<void> => {
  const { call: id, at, kind, matter, area, place, recording } = lost;
  const { provider, call } = partsOfCallId(id);
  const state = { ...begin({}, needs.district), kind, matter, area, place, recording, confidential: true };
  const intake = intakeOfCutOff(state, needs.district, { phone, recording });
  const circumstances = { at, recordedAt: needs.now(), actor: { role: 'system' as const }, correlationId };
  await takeIntake(intake, markOfCall(provider, call), circumstances, needs);
};

/**
 * Seals the call-back of a ticket's caller once the ticket is confidential, whichever of the two came first and whoever holds
 * the call-back at that moment: an agent may not know who asked, and a call-back says it. Twice is the same as once.
 */
export const sealCallBack = async (ticket: Ticket, correlationId: string, needs: SealingNeeds): Promise<void> => {
  const { reporter, phoneKey: caller, openedAt } = ticket;
  if (reporter.confidential !== true || caller === undefined) return;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const seen = await needs.callBacks.ofCaller(caller);
    const isOpen = seen !== undefined && isToBeRung(seen);
    if (!isOpen && seen?.sealedAt !== undefined && seen.sealedAt >= openedAt) return;
    const untold = isOpen ? seen.calls.filter((lost) => !isToldIn(ticket, lost)) : [];
    for (const lost of untold) if (seen?.phone !== undefined) await fileLostCall(lost, seen.phone, correlationId, needs);
    const becomes = sealedCallBack(seen, { caller, at: needs.now() });
    if ((await needs.callBacks.replace(seen, becomes)) === 'replaced') return;
  }
  throw new Error('the call-back of this caller changes faster than it can be sealed');
};
