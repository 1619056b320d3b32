import { useEffect, useRef } from 'preact/hooks';
import type { DangerAdvice } from '#domain/district/danger/advice.ts';
import { settings } from '#web/session/settings.ts';
import { language } from '#web/words/language.ts';
import { shared } from '#web/words/shared.ts';
import { resident } from './words/resident.ts';

interface DangerBoxProps {
  danger: DangerAdvice;
  /** It answers what somebody has just sent: it comes into sight at once, wherever they are on the page. */
  isAnswer?: boolean;
}

/** What to do at once where words speak of danger: the number is there to be rung. It is read out when it appears. */
export const DangerBox = ({ danger, isAnswer = false }: DangerBoxProps) => {
  const { advice, emergencyNumber, helpline } = danger;
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isAnswer || !danger) return;
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'start' });
  }, [danger, isAnswer]);
  return (
    <section class="alarm" role="alert" aria-labelledby="danger" tabIndex={-1} ref={box}>
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
};
