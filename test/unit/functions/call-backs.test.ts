import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callBackInMessage } from '#adapters/sqs/call-back-in-message.ts';
import { leaseToken } from '#adapters/sqs/lease-token.ts';
import { finishCallBackContract } from '#contracts/http/finish-call-back.ts';
import { leaseCallBacksContract } from '#contracts/http/lease-call-backs.ts';
import type { CallBack, LostCall } from '#domain/calls/call-back.ts';
import { withLostCall } from '#domain/calls/call-back.ts';
import { type Instant, plusMinutes } from '#domain/instant.ts';
import { createHandler as createFinish } from '#functions/finish-call-back/handler.ts';
import { createHandler as createLease } from '#functions/lease-call-backs/handler.ts';
import { httpFunction } from '#runtime/http.ts';
import { lineOf } from '#runtime/log.ts';
import { memoryCalls } from '#test/adapters/memory/calls.ts';
import { memoryLeaseQueue } from '#test/adapters/memory/lease-queue.ts';
import { crashAt, crashes } from './crash.ts';
import { httpEvent, people } from './http-event.ts';
import { GROUPS_CLAIM, NOW } from './seeded-hotline.ts';

const LI = '13800135678';
const WANG = '+8610000000002';
const ONCE_WITHIN = 120;

/** The desk's two doors over memory adapters; `around` may stand between them and what they need. */
const desk = (around: <T extends object>(needed: T) => T = (needed) => needed) => {
  let at: Instant = NOW;
  let lost = 0;
  let told = 0;
  const calls = memoryCalls();
  const queue = memoryLeaseQueue(callBackInMessage, () => at);
  const lines: string[] = [];
  const needs = { callBackQueue: around(queue), callBacks: around(calls.backs), now: () => at };
  const runtime = { groupsClaim: GROUPS_CLAIM, log: (...line: Parameters<typeof lineOf>) => void lines.push(lineOf(...line)) };
  const leasing = httpFunction(leaseCallBacksContract, createLease(needs), runtime);
  const finishing = httpFunction(finishCallBackContract, createFinish(needs), runtime);
  const answerOf = ({ statusCode, body = '' }: APIGatewayProxyStructuredResultV2) => ({
    status: statusCode,
    body: JSON.parse(body),
  });

  const lose = async (phone: string, known: Partial<LostCall> = {}): Promise<CallBack> => {
    const call = { id: `twilio:CA${lost++}`, startedAt: at };
    const seen = await calls.backs.ofCaller(phone);
    const what: LostCall = { call: call.id, at, reason: 'hung-up', ...known };
    const { becomes, isNew } = withLostCall(seen, what, { phone, at, onceWithin: ONCE_WITHIN });
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

describe('a call-back that is taken', () => {
  it('shows the number to dial, and all that is known', async () => {
    const { lose, lease, lines, pass } = desk();
    await lose(LI);
    pass(5);
    const known = { kind: 'help', matter: '水管爆了', area: 'qidu', place: '3 号楼' } as const;
    const { id } = await lose(LI, { ...known, reason: 'no-agent', recording: 'recordings/twilio/CA1/RE1' });
    const [taken, ...none] = await lease();
    expect(none).toEqual([]);
    expect(taken?.callBack).toStrictEqual({
      id,
      since: NOW,
      reporterPhone: '138****5678',
      contact: { phone: LI },
      calls: [
        { at: NOW, reason: 'hung-up', recorded: false },
        { at: plusMinutes(NOW, 5), reason: 'no-agent', ...known, recorded: true },
      ],
    });
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toMatch(/5678|水管/);
  });

  it('is shown to nobody else for a quarter of an hour, then again', async () => {
    const { lose, lease, pass } = desk();
    await lose(LI);
    const [first] = await lease();
    pass(14.9);
    expect(await lease()).toEqual([]);
    pass(0.2);
    const [again] = await lease();
    expect(again?.callBack).toEqual(first?.callBack);
    expect(again?.lease).not.toBe(first?.lease);
  });

  it('is one at a time, unless more are asked for', async () => {
    const { lose, lease } = desk();
    for (const phone of [LI, WANG, '+8610000000003', '+8610000000004']) await lose(phone);
    expect(await lease()).toHaveLength(1);
    expect(await lease({ most: 2 })).toHaveLength(2);
    expect(await lease({ most: 10, leaseSeconds: 60 })).toHaveLength(1);
  });

  it('is one that is still to be done: the others leave the queue unseen', async () => {
    const { lose, lease, pass, calls, queue } = desk();
    const done = await lose(LI);
    await calls.backs.replace(done, { ...done, version: done.version + 1, doneAt: NOW, outcome: 'reached' });
    const old = await lose(WANG);
    pass(ONCE_WITHIN);
    const newer = await lose(WANG);
    const [taken] = await lease();
    expect(taken?.callBack).toMatchObject({ id: newer.id, calls: [{}, {}] });
    pass(600);
    const left = await queue.lease({ most: 10, waitSeconds: 0, leaseSeconds: 60 });
    expect(left.map(({ item }) => item.id)).toEqual([newer.id]);
    expect(old.id).not.toBe(newer.id);
  });

  it('waits only once, however many there are that were done', async () => {
    const waits: unknown[] = [];
    const watching = <T extends object>(needed: T): T => ({
      ...needed,
      ...('lease' in needed && {
        lease: (leasing: { waitSeconds: number }) => {
          waits.push(leasing.waitSeconds);
          return (needed as any).lease(leasing);
        },
      }),
    });
    const { calls, lease, lose } = desk(watching);
    for (const phone of [LI, WANG]) {
      const done = await lose(phone);
      await calls.backs.replace(done, { ...done, version: done.version + 1, doneAt: NOW, outcome: 'unreached' });
    }
    expect(await lease({ waitSeconds: 20 })).toEqual([]);
    expect(waits).toEqual([20, 0, 0]);
  });

  it('is not hidden by another that can not be read', async () => {
    let broken = '';
    const { lose, lease, pass, lines, shown } = desk((needed) => ({
      ...needed,
      ...('get' in needed && {
        get: async (id: string) => {
          if (id === broken) throw new Error(`the row of ${LI} does not parse`);
          return (needed as any).get(id);
        },
      }),
    }));
    broken = (await lose(LI)).id;
    await expect(lease()).rejects.toThrow('500 internal-error');
    await lose(WANG);
    pass(20);
    expect(await shown().catch(String)).toEqual([WANG]);
    broken = '';
    pass(20);
    expect(await shown()).toEqual([LI, WANG]);
    expect(lines.join()).not.toContain(LI);
  });
});

describe('a call-back whose caller was reached', () => {
  it('is done and gone, once or twice', async () => {
    const { leasedOne, finish, calls, shown, pass } = desk();
    const { id, lease } = await leasedOne();
    pass(3);
    expect(await finish(id, lease, 'reached')).toEqual({ done: true });
    const [done] = calls.callBacks();
    expect(done).toMatchObject({ version: 2, doneAt: plusMinutes(NOW, 3), outcome: 'reached' });
    pass(3);
    expect(await finish(id, lease, 'reached')).toEqual({ done: true });
    expect(await finish(id, lease, 'unreached', false)).toEqual({ done: true });
    expect(calls.callBacks()).toEqual([done]);
    pass(600);
    expect(await shown()).toEqual([]);
  });

  it('is done with a call that was added at that moment', async () => {
    let meanwhile = async (): Promise<unknown> => undefined;
    const { leasedOne, finish, calls, lose } = desk((needed) => ({
      ...needed,
      ...('replace' in needed && {
        replace: async (seen: CallBack, becomes: CallBack) => {
          const happens = meanwhile;
          meanwhile = async () => undefined;
          await happens();
          return (needed as any).replace(seen, becomes);
        },
      }),
    }));
    const { id, lease } = await leasedOne();
    meanwhile = () => lose(LI, { matter: '还在漏' });
    expect(await finish(id, lease, 'reached')).toEqual({ done: true });
    expect(calls.callBacks()).toMatchObject([{ id, version: 3, outcome: 'reached', calls: [{}, { matter: '还在漏' }] }]);
  });

  it('is done though the lease has run out, and though somebody else has it by now', async () => {
    const { leasedOne, finish, calls, lease: leaseAgain, shown, pass } = desk();
    const { id, lease } = await leasedOne();
    pass(16);
    const [others] = await leaseAgain();
    expect(await finish(id, lease, 'reached')).toEqual({ done: true });
    expect(calls.callBacks()).toMatchObject([{ outcome: 'reached' }]);
    expect(await finish(id, others?.lease ?? '', 'unreached')).toEqual({ done: false });
    pass(31);
    expect(await shown()).toEqual([]);
  });

  it('leaves a newer one of that caller to be done', async () => {
    const { leasedOne, finish, calls, lose, shown, pass } = desk();
    const { id, lease } = await leasedOne();
    pass(ONCE_WITHIN);
    const newer = await lose(LI);
    expect(await finish(id, lease, 'reached')).toEqual({ done: true });
    expect(calls.callBacks()).toEqual([newer]);
    expect(await shown()).toEqual([LI]);
  });
});

describe('a call-back whose caller was not reached', () => {
  it('comes again in half an hour', async () => {
    const { leasedOne, finish, calls, shown, pass } = desk();
    const { id, lease } = await leasedOne();
    expect(await finish(id, lease, 'unreached')).toEqual({ done: false });
    pass(1);
    expect(await finish(id, lease, 'unreached', true)).toEqual({ done: false });
    expect(calls.callBacks()).toMatchObject([{ version: 1 }]);
    pass(29.9);
    expect(await shown()).toEqual([]);
    pass(0.2);
    expect(await shown()).toEqual([LI]);
  });

  it('is done when nobody is to try again', async () => {
    const { leasedOne, finish, calls, shown, pass } = desk();
    const { id, lease } = await leasedOne();
    for (const _ of [1, 2]) expect(await finish(id, lease, 'unreached', false)).toEqual({ done: true });
    expect(calls.callBacks()).toMatchObject([{ version: 2, doneAt: NOW, outcome: 'unreached' }]);
    pass(600);
    expect(await finish(id, lease, 'unreached', false)).toEqual({ done: true });
    expect(await shown()).toEqual([]);
  });

  it.each([true, false])('is for its holder alone to put off or to give up (again: %s)', async (again) => {
    const { leasedOne, finish, calls, shown, pass } = desk();
    const { id, lease } = await leasedOne();
    pass(15);
    expect(await finish(id, lease, 'unreached', again)).toBe('lease-invalid');
    expect(calls.callBacks()).toMatchObject([{ version: 1 }]);
    expect(await shown()).toEqual([LI]);
  });
});

describe('a lease', () => {
  it.each(['reached', 'unreached'] as const)('of another call-back finishes none (%s)', async (outcome) => {
    const { leasedOne, finish, calls, lose, lease, pass, shown } = desk();
    const one = await leasedOne();
    await lose(WANG);
    const [other] = await lease();
    expect(await finish(one.id, other?.lease ?? '', outcome, false)).toBe('lease-invalid');
    expect(calls.callBacks().filter(({ doneAt }) => doneAt !== undefined)).toEqual([]);
    pass(15);
    expect(await shown()).toEqual([LI, WANG]);
  });

  it.each([
    ['of a department', leaseToken('water', plusMinutes(NOW, 5), '1.1')],
    ['of nobody', 'made-up'],
  ])('%s finishes none', async (_whose, lease) => {
    const { leasedOne, finish, calls } = desk();
    const { id } = await leasedOne();
    for (const outcome of ['reached', 'unreached'] as const) {
      for (const again of [true, false]) expect(await finish(id, lease, outcome, again)).toBe('lease-invalid');
    }
    expect(calls.callBacks()).toMatchObject([{ version: 1 }]);
  });
});

describe('a process that dies while it finishes a call-back', () => {
  const cells = crashes(5).flatMap(({ step, when }) =>
    ([['reached'], ['unreached', true], ['unreached', false]] as const).map(
      ([outcome, again]) => [step, when, outcome, again] as const,
    ),
  );

  it.each(cells)('at step %i, %s it, with %s (again: %s), loses nobody', async (step, when, outcome, again) => {
    for (const triesAgain of [true, false]) {
      let isArmed = false;
      const crash = crashAt(step, when);
      const { leasedOne, finish, calls, shown, pass } = desk(
        (needed) =>
          new Proxy(needed, {
            get: (target, name) => Reflect.get(isArmed ? crash.watch(target) : target, name),
          }) as typeof needed,
      );
      const { id, lease } = await leasedOne();
      isArmed = true;
      const first = await finish(id, lease, outcome, again);
      if (crash.happened && triesAgain) expect(await finish(id, lease, outcome, again)).toEqual({ done: again !== true });
      else expect(crash.happened ? first : 'internal-error').toBe('internal-error');
      isArmed = false;
      pass(60);
      const [callBack] = calls.callBacks();
      expect(await shown()).toEqual(callBack?.doneAt === undefined ? [LI] : []);
      if (triesAgain) expect(callBack?.doneAt === undefined).toBe(again === true);
    }
  });
});

it('whatever agents and callers do, whoever is to be rung back comes again until they are, and nobody else', async () => {
  const deeds = fc.oneof(
    fc.record({ does: fc.constant('lose' as const), phone: fc.constantFrom(LI, WANG) }),
    fc.record({ does: fc.constant('take' as const), most: fc.integer({ min: 1, max: 3 }) }),
    fc.record({
      does: fc.constant('finish' as const),
      which: fc.nat(9),
      outcome: fc.constantFrom('reached' as const, 'unreached' as const),
      again: fc.boolean(),
    }),
    fc.record({ does: fc.constant('pass' as const), minutes: fc.constantFrom(1, 10, 16, 31, 121) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(deeds, { maxLength: 30 }), async (script) => {
      const { calls, lose, lease, finish, pass, shown } = desk();
      const taken: { id: string; lease: string }[] = [];
      for (const deed of script) {
        if (deed.does === 'lose') await lose(deed.phone);
        if (deed.does === 'pass') pass(deed.minutes);
        if (deed.does === 'take') {
          const leased = await lease({ most: deed.most });
          taken.unshift(...leased.map((one) => ({ id: one.callBack.id, lease: one.lease })));
        }
        const one = deed.does === 'finish' ? taken[deed.which % (taken.length || 1)] : undefined;
        if (deed.does === 'finish' && one) {
          expect([{ done: true }, { done: false }, 'lease-invalid']).toContainEqual(
            await finish(one.id, one.lease, deed.outcome, deed.again),
          );
        }
      }
      pass(60);
      const open = calls.callBacks().filter(({ doneAt }) => doneAt === undefined);
      expect((await shown()).sort()).toEqual(open.map(({ phone }) => phone).sort());
    }),
  );
});
