import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { finishCallBackContract } from '#contracts/http/finish-call-back.ts';
import { leaseCallBacksContract } from '#contracts/http/lease-call-backs.ts';
import type { CallBack, LostCall } from '#domain/calls/call-back.ts';
import { withLostCall } from '#domain/calls/call-back.ts';
import { type Instant, plusMinutes } from '#domain/instant.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';
import { finishCallBack } from '#functions/desk-api/finish-call-back.ts';
import { leaseCallBacks } from '#functions/desk-api/lease-call-backs.ts';
import { apiFunction } from '#runtime/api.ts';
import { lineOf } from '#runtime/log.ts';
import { memoryCallBackQueue } from '#test/adapters/memory/call-back-queue.ts';
import { memoryCalls } from '#test/adapters/memory/calls.ts';
import { keyOfPhone } from '#test/adapters/memory/phone-keys.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { serve } from '#use-cases/operation.ts';
import { httpEvent, people } from './http-event.ts';
import { GROUPS_CLAIM, district as linzi, NOW } from './seeded-hotline.ts';

/** Two callers. */
export const LI = telephone('+8613800135678');
export const WANG = telephone('+8610000000002');
/** For so many minutes calls of one caller are one call-back. */
export const ONCE_WITHIN = 120;

/** The desk's two doors over memory adapters; `around` may stand between them and what they need. */
export const desk = (around: <T extends object>(needed: T) => T = (needed) => needed, district = linzi) => {
  let at: Instant = NOW;
  let lost = 0;
  let told = 0;
  const calls = memoryCalls();
  const queue = memoryCallBackQueue(() => at);
  const lines: string[] = [];
  const needs = {
    callBackQueue: around(queue),
    callBacks: around(calls.backs),
    district,
    now: () => at,
    randomBelow: () => 0,
  };
  const runtime = { groupsClaim: GROUPS_CLAIM, log: (...line: Parameters<typeof lineOf>) => void lines.push(lineOf(...line)) };
  const leasing = apiFunction(serve([leaseCallBacks], needs), runtime);
  const finishing = apiFunction(serve([finishCallBack], needs), runtime);
  const answerOf = ({ statusCode, body = '' }: APIGatewayProxyStructuredResultV2) => ({
    status: statusCode,
    body: JSON.parse(body),
  });

  const lose = async (phone: Telephone, known: Partial<LostCall> = {}): Promise<CallBack> => {
    const call = { id: `twilio:CA${lost++}`, startedAt: at };
    const caller = keyOfPhone(phone);
    const seen = await calls.backs.ofCaller(caller);
    const what: LostCall = { call: call.id, at, reason: 'hung-up', ...known };
    const { becomes, isNew } = withLostCall(seen, what, { caller, phone, at, onceWithin: ONCE_WITHIN });
    await calls.end({ call, recordedAt: at, connected: false, callBack: { seen, becomes, isNew }, correlationId: 'x' });
    for (const message of calls.wanted().slice(told)) queue.put(JSON.stringify(message));
    told = calls.wanted().length;
    return becomes;
  };
  const lease = async (body: object = {}): Promise<{ lease: string; callBack: any }[]> => {
    const { status, body: shown } = answerOf(await leasing(httpEvent(leaseCallBacksContract, { body }, people.agent)));
    if (status !== 200) throw new Error(`${status} ${shown.code}`);
    return shown.callBacks;
  };
  const finish = async (id: string, lease: string, outcome: 'reached' | 'unreached', again?: boolean) => {
    const sent = { params: { id }, body: { lease, outcome, ...(again !== undefined && { again }) } };
    const { status, body } = answerOf(await finishing(httpEvent(finishCallBackContract, sent, people.agent)));
    return status === 200 ? body : body.code;
  };
  return {
    calls,
    queue,
    lines,
    lose,
    lease,
    finish,
    pass: (minutes: number): void => {
      at = plusMinutes(at, minutes);
    },
    /** A call-back of Li, leased. */
    leasedOne: async () => {
      const { id } = await lose(LI);
      const [first] = await lease();
      if (first?.callBack.id !== id) throw new Error('it is not there');
      return { id, lease: first.lease };
    },
    /** Whom all leases that can be had now, show. */
    shown: async (): Promise<string[]> => {
      const phones: string[] = [];
      for (let leased = await lease({ most: 10 }); leased.length > 0; leased = await lease({ most: 10 })) {
        phones.push(...leased.map(({ callBack }) => callBack.contact.phone));
      }
      return phones;
    },
  };
};
