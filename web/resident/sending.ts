import { type Signal, signal } from '@preact/signals';
import type { Problem } from '#contracts/http/problem.ts';
import type { Store } from '#web/session/guarded-store.ts';
import { newKey, sentAs } from '#web/session/sent-as.ts';
import { type Draft, emptyDraft, isWritten, matterOf, type NewMatter } from './matter.ts';
import { dropWaiting, keepWaiting, type Waiting, waitingIn } from './waiting.ts';

/** What became of sending a matter: the answer, a refusal, or nothing that is known. */
export type Outcome<Answer> = { answer: Answer } | { refused: Problem } | 'none';

interface Needs<Answer> {
  store: Store;
  draft: Signal<Draft>;
  /** Who is signed in. */
  by(): string | undefined;
  send(body: NewMatter, key: string): Promise<Outcome<Answer>>;
  /** Runs while no other window sends. */
  alone(work: () => Promise<void>): Promise<void>;
  now(): number;
  onFiled(answer: Answer): void;
  /** It stands in the draft again. */
  onRefused(problem: Problem): void;
}

/** Over by themselves: the person has to sign in first, or somebody else has to be done. */
const FOR_NOW: ReadonlySet<Problem['code']> = new Set<Problem['code']>(['unauthenticated', 'ticket-changed-meanwhile']);

/**
 * What people file goes through here: it is kept before it is sent, and dropped when the hotline has it. What is written
 * stands at any time in the draft, or among what waits, under the name of who wrote it.
 */
export const outboxOf = <Answer>({ store, draft, by, send, alone, now, onFiled, onRefused }: Needs<Answer>) => {
  /** All that waits on this phone, whosever it is. */
  const rows = signal(waitingIn(store));
  const lookAgain = (): void => {
    rows.value = waitingIn(store);
  };
  const keep = (one: Waiting): void => {
    keepWaiting(store, one);
    lookAgain();
  };
  const drop = (key: string): void => {
    dropWaiting(store, key);
    lookAgain();
  };
  const putAside = (owner: string, written: Draft): void =>
    keep({ by: owner, key: newKey(), body: matterOf(written), draft: written, at: now(), held: 'aside' });

  const succeed = ({ by: owner, key }: Waiting, answer: Answer): void => {
    drop(key);
    // Taken back while it was on its way: the draft goes only if it still says the same.
    const { sent } = draft.value;
    if (sent?.key === key && sentAs(matterOf(draft.value), sent) === sent) draft.value = emptyDraft;
    if (by() === owner) onFiled(answer);
  };

  const refuse = (one: Waiting, problem: Problem): void => {
    // Taken back while it was on its way: it stands in the draft already.
    if (waitingIn(store).every(({ key }) => key !== one.key)) return;
    if (by() !== one.by || isWritten(draft.value)) {
      keep({ ...one, held: problem });
      return;
    }
    draft.value = { ...one.draft, by: one.by };
    drop(one.key);
    onRefused(problem);
  };

  const sendOne = async (one: Waiting): Promise<void> => {
    const outcome = await send(one.body, one.key);
    if (outcome === 'none') return;
    if ('answer' in outcome) succeed(one, outcome.answer);
    else if (!FOR_NOW.has(outcome.refused.code)) refuse(one, outcome.refused);
  };

  const mine = (): Waiting[] => rows.value.filter((one) => one.by === by());
  let isSending = false;

  return {
    lookAgain,
    /** What waits, for the person to whom it belongs; nobody else reads it. */
    mine,
    /** How much waits, for somebody who is not signed in and may be one of those who wrote it: what goes by itself then. */
    count: (): number => (by() === undefined ? rows.value.filter(({ held }) => held === undefined) : mine()).length,

    /** Gives the draft to be filed, and empties it: another matter can be written at once. */
    file: (): void => {
      const owner = by();
      if (owner === undefined) return;
      const body = matterOf(draft.value);
      const sent = sentAs(body, draft.value.sent);
      keep({ by: owner, key: sent.key, body, draft: { ...draft.value, by: owner, sent }, at: now() });
      draft.value = emptyDraft;
    },

    /** Sends what waits of the person who is signed in, one after the other. Without an answer it goes on waiting. */
    sendAll: async (): Promise<void> => {
      if (isSending) return;
      isSending = true;
      const tried = new Set<string>();
      const next = () => mine().find(({ key, held }) => held === undefined && !tried.has(key));
      try {
        await alone(async () => {
          lookAgain();
          for (let one = next(); one !== undefined; one = next()) {
            tried.add(one.key);
            await sendOne(one);
          }
        });
      } finally {
        isSending = false;
      }
    },

    /** Takes one back into the draft; what stood there is put aside. What may have been sent keeps its key. */
    takeBack: (one: Waiting): void => {
      if (isWritten(draft.value)) putAside(one.by, draft.value);
      draft.value = one.held === 'aside' ? one.draft : { ...one.draft, by: one.by, sent: { key: one.key, body: one.body } };
      drop(one.key);
    },

    /** Somebody has signed in: what another person was writing is put aside for them; what nobody owns is theirs. */
    giveDraftTo: (id: string): void => {
      const written = draft.value;
      if (!isWritten(written) || written.by === id) return;
      if (written.by === undefined) {
        draft.value = { ...written, by: id };
        return;
      }
      putAside(written.by, written);
      draft.value = emptyDraft;
    },
  };
};
