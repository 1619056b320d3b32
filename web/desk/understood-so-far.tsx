import { Facts } from '#web/parts/shown.tsx';
import { shared } from '#web/words/shared.ts';
import type { Understanding } from './api.ts';
import { desk } from './words/desk.ts';

const named = ({ name, sure }: { name: string; sure: boolean }): string => (sure ? name : `${name} (${desk().notSure})`);

/** What the hotline understands of what an agent has written so far, with danger first. It is read out when it changes. */
export const UnderstoodSoFar = ({ understood }: { understood: Understanding | undefined }) => {
  const words = desk();
  return (
    <section class="notice" aria-live="polite" aria-labelledby="understood">
      <h2 id="understood">{words.understood}</h2>
      {!understood && <p>{words.nothingYet}</p>}
      {understood?.danger && (
        <p class="alarm">
          <strong>‼ {understood.danger.outcome === 'danger' ? shared().danger : shared().doubt}</strong>
          <br />
          {understood.danger.question ?? understood.danger.advice} {shared().call(understood.danger.emergencyNumber)}
        </p>
      )}
      {understood && (
        <Facts
          facts={[
            [shared().category, named(understood.category)],
            [shared().sortedBy, understood.words.map(({ word }) => word).join('、')],
            [shared().orElse, understood.category.alternatives.map(({ name }) => name).join('、')],
            [shared().kind, named(understood.kind)],
            [shared().area, named(understood.area)],
          ]}
        />
      )}
    </section>
  );
};
