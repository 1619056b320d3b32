import { signal } from '@preact/signals';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '#contracts/http/problem.ts';
import { type Draft, emptyDraft, type NewMatter } from '#web/resident/matter.ts';
import { type Outcome, outboxOf } from '#web/resident/sending.ts';
import { waitingIn } from '#web/resident/waiting.ts';
import { sentAs } from '#web/session/sent-as.ts';
import { memoryStore } from './memory-store.ts';

const refused = (code: Problem['code']): Problem => ({ type: '', title: '', status: 422, detail: '', code, correlationId: '' });

/** A phone of two people, and a hotline that takes each key once; what is asked is answered when the test says so. */
const phone = (store = memoryStore()) => {
  const draft = signal<Draft>(emptyDraft);
  const person = { id: undefined as string | undefined };
  const taken = new Map<string, { by: string | undefined; matter: string }>();
  const asked: ((network: 'works' | 'away' | 'loses the answer' | Problem['code']) => void)[] = [];
  const shown = { filed: [] as string[], refused: [] as string[] };
  let time = 0;
  const send = (body: NewMatter, key: string): Promise<Outcome<string>> => {
    const by = person.id;
    return new Promise((resolve) => {
      asked.push((network) => {
        if (network === 'away') return resolve('none');
        if (network !== 'works' && network !== 'loses the answer') return resolve({ refused: refused(network) });
        taken.set(`${by} ${key}`, { by, matter: body.matter });
        resolve(network === 'works' ? { answer: body.matter } : 'none');
      });
    });
  };
  const outbox = outboxOf<string>({
    store,
    draft,
    by: () => person.id,
    send,
    alone: (work) => work(),
    now: () => {
      time += 1;
      return time;
    },
    onFiled: (matter) => shown.filed.push(matter),
    onRefused: ({ code }) => shown.refused.push(code),
  });
  const type = (matter: string): void => {
    draft.value = { ...draft.value, matter, ...(person.id !== undefined && { by: person.id }) };
  };
  const signIn = (id: string | undefined): void => {
    person.id = id;
    if (id !== undefined) outbox.giveDraftTo(id);
  };
  const answer = async (network: Parameters<(typeof asked)[number]>[0]): Promise<void> => {
    asked.shift()?.(network);
    for (let turns = 0; turns < 10; turns += 1) await Promise.resolve();
  };
  return { store, draft, taken, asked, shown, outbox, type, signIn, answer };
};

const step = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ does: 'type' as const }) },
  { weight: 3, arbitrary: fc.constant({ does: 'file' as const }) },
  { weight: 2, arbitrary: fc.constant({ does: 'send' as const }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('take back' as const), which: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('sign in' as const), id: fc.constantFrom('A', 'B', undefined) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('answer' as const),
      network: fc.constantFrom(
        'works' as const,
        'away' as const,
        'loses the answer' as const,
        'area-unknown' as const,
        'too-many-today' as const,
        'unauthenticated' as const,
      ),
    }),
  },
);

describe('what people write on a phone', () => {
  it('is lost by no order of filing, answers, refusals and people; is filed once, and read by nobody else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
        const { store, draft, taken, outbox, type, signIn, answer } = phone();
        const typed = new Map<string, string | undefined>();
        let by: string | undefined;
        for (const [n, one] of steps.entries()) {
          if (one.does === 'type') {
            // Who writes on changes what stood there; the words before are theirs to change.
            typed.delete(draft.value.matter);
            type(`${draft.value.matter}${n},`);
            typed.set(draft.value.matter, by ?? draft.value.by);
          } else if (one.does === 'file' && draft.value.matter !== '' && by !== undefined) {
            typed.set(draft.value.matter, by);
            outbox.file();
            void outbox.sendAll();
          } else if (one.does === 'send') void outbox.sendAll();
          else if (one.does === 'take back') {
            const waiting = outbox.mine()[one.which];
            if (waiting) outbox.takeBack(waiting);
          } else if (one.does === 'sign in') {
            by = one.id;
            signIn(by);
            if (by !== undefined && typed.has(draft.value.matter)) typed.set(draft.value.matter, by);
          } else if (one.does === 'answer') await answer(one.network);

          const filed = [...taken.values()].map((each) => `${each.by} ${each.matter}`);
          expect(new Set(filed).size).toBe(filed.length);
          for (const [matter, writer] of typed) {
            const places = [
              draft.value.matter === matter && (draft.value.by === writer || draft.value.by === undefined),
              waitingIn(store).some((waiting) => waiting.by === writer && waiting.draft.matter === matter),
              filed.includes(`${writer} ${matter}`),
            ];
            expect([matter, writer, places.includes(true)]).toEqual([matter, writer, true]);
          }
          for (const each of taken.values()) expect(typed.get(each.matter) ?? each.by).toBe(each.by);
          expect(outbox.mine().every((waiting) => waiting.by === by)).toBe(true);
          if (by !== undefined) expect([undefined, by]).toContain(draft.value.matter === '' ? by : draft.value.by);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is sent one after the other, and a second matter waits for the first', async () => {
    const { outbox, type, signIn, answer, shown, taken, store } = phone();
    signIn('A');
    type('one');
    outbox.file();
    void outbox.sendAll();
    type('two');
    outbox.file();
    await answer('works');
    await answer('works');
    expect([...taken.values()].map(({ matter }) => matter)).toEqual(['one', 'two']);
    expect(shown.filed).toEqual(['one', 'two']);
    expect(waitingIn(store)).toEqual([]);
  });

  it('goes under one key when it was taken back and filed again as it was, and under another when it says more', async () => {
    const { outbox, type, signIn, answer, taken, draft } = phone();
    signIn('A');
    type('one');
    for (let times = 0; times < 2; times += 1) {
      outbox.file();
      void outbox.sendAll();
      await answer('loses the answer');
      for (const waiting of outbox.mine()) outbox.takeBack(waiting);
    }
    expect(taken.size).toBe(1);
    type('one and more');
    outbox.file();
    void outbox.sendAll();
    await answer('works');
    expect([...taken.values()].map(({ matter }) => matter)).toEqual(['one', 'one and more']);
    expect(draft.value).toEqual(emptyDraft);
  });

  it('comes back to be put right when it is refused; beside a new matter it waits with the reason', async () => {
    const { outbox, type, signIn, answer, shown, draft } = phone();
    signIn('A');
    type('one');
    outbox.file();
    void outbox.sendAll();
    await answer('area-unknown');
    expect([draft.value.matter, shown.refused, outbox.mine()]).toEqual(['one', ['area-unknown'], []]);
    outbox.file();
    void outbox.sendAll();
    type('two');
    await answer('too-many-today');
    expect(draft.value.matter).toBe('two');
    expect(outbox.mine()).toMatchObject([{ body: { matter: 'one' }, held: { code: 'too-many-today' } }]);
    const [one] = outbox.mine();
    if (one) outbox.takeBack(one);
    expect(draft.value.matter).toBe('one');
    expect(outbox.mine()).toMatchObject([{ body: { matter: 'two' }, held: 'aside' }]);
  });

  it('is read as an older page has kept it, in one place for all, and sent under its key', async () => {
    const store = memoryStore();
    const body = { matter: 'old', channel: 'web', urgent: true, anonymous: false, contact: { phone: '13900000000' } };
    store.setItem('waiting', JSON.stringify({ by: 'A', key: 'k', body }));
    store.setItem('waiting/torn', '{"by":');
    const { outbox, signIn, answer, taken } = phone(store);
    expect([outbox.count(), outbox.mine()]).toEqual([1, []]);
    signIn('A');
    expect(outbox.mine()).toMatchObject([{ draft: { matter: 'old', inDanger: 'yes', phone: '13900000000' } }]);
    void outbox.sendAll();
    await answer('works');
    expect([[...taken.keys()], waitingIn(store)]).toEqual([['A k'], []]);
  });

  it('has a key of its own for each body', () => {
    const first = sentAs({ matter: 'one' }, undefined);
    expect(sentAs({ matter: 'one' }, first)).toBe(first);
    expect(sentAs({ matter: 'two' }, first).key).not.toBe(first.key);
    expect(first.key).toMatch(/^[0-9a-f]{32}$/);
  });
});
