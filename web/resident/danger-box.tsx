import type { DangerAdvice } from '#domain/district/danger/advice.ts';
import { settings } from '#web/session/settings.ts';
import { language } from '#web/words/language.ts';
import { shared } from '#web/words/shared.ts';
import { resident } from './words/resident.ts';

/** What to do at once where words speak of danger: the number is there to be rung. */
export const DangerBox = ({ danger: { advice, emergencyNumber, helpline } }: { danger: DangerAdvice }) => (
  <section class="alarm" aria-labelledby="danger">
    <h2 id="danger">{resident().dangerTitle}</h2>
    <p>{language.value === settings.district.language ? advice : resident().advice(emergencyNumber)}</p>
    <p class="buttons">
      {[emergencyNumber, helpline].map(
        (number) =>
          number && (
            <a key={number} class="button call" href={`tel:${number}`}>
              {shared().call(number)}
            </a>
          ),
      )}
    </p>
  </section>
);
