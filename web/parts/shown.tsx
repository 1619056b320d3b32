import type { ComponentChildren } from 'preact';
import { sentenceFor } from '#web/words/failure.ts';
import { shared } from '#web/words/shared.ts';

interface Asked<T> {
  data: T | undefined;
  error: unknown;
}

/** What was asked for, once it is there; until then that it is on its way, or why it did not come. */
export function Shown<T>({ of: { data, error }, children }: { of: Asked<T>; children: (data: T) => ComponentChildren }) {
  if (data !== undefined) return <>{children(data)}</>;
  if (error) return <p role="alert">{sentenceFor(error)}</p>;
  return <p role="status">{shared().wait}</p>;
}

/** Names with what they stand for; what has nothing is left out. */
export const Facts = ({ facts }: { facts: readonly (readonly [name: string, value: ComponentChildren])[] }) => (
  <dl class="facts">
    {facts
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);
