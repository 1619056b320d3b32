import { useEffect, useRef, useState } from 'preact/hooks';
import { Form } from '#web/parts/form.tsx';
import { PageTitle } from '#web/parts/page-title.tsx';
import { Shown } from '#web/parts/shown.tsx';
import { useDistrict } from '#web/ticket/district.ts';
import { inWords } from '#web/words/time.ts';
import { type Taken, takeNext, takenCallBacks } from './taken-call-backs.ts';
import { TakenCaller } from './taken-caller.tsx';
import { useShift } from './use-shift.ts';
import { desk } from './words/desk.ts';

const Waiting = () => {
  const words = desk();
  const { data } = useShift();
  if (!data) return null;
  const { waiting, since } = data.callBacks;
  return <p>{since ? words.waiting(waiting, inWords(since)) : words.nobodyWaits}</p>;
};

/** An agent takes callers who were lost, rings them, and says what became of it. */
export const CallBacksPage = () => {
  const words = desk();
  const district = useDistrict();
  const shift = useShift();
  const [said, setSaid] = useState('');
  const [newest, setNewest] = useState<Taken>();
  const status = useRef<HTMLParagraphElement>(null);
  const taken = takenCallBacks();
  const say = (sentence: string): void => {
    setNewest(undefined);
    setSaid(sentence);
  };
  useEffect(() => {
    // What had the focus may be gone.
    if (said !== '') status.current?.focus();
  }, [said]);
  const take = async (): Promise<void> => {
    setSaid('');
    const next = await takeNext();
    setNewest(next);
    if (!next) setSaid(shift.data?.callBacks.since ? words.allTaken : words.nobodyWaits);
  };
  return (
    <>
      <PageTitle>{words.callBacks}</PageTitle>
      <Waiting />
      <p role="status" tabIndex={-1} ref={status}>
        {said}
      </p>
      <Shown of={district}>
        {(known) =>
          taken.map((one) => (
            <TakenCaller key={one.lease} taken={one} district={known} isNew={one.lease === newest?.lease} onDone={say} />
          ))
        }
      </Shown>
      <Form send={take} button={taken.length > 0 ? words.takeAnother : words.takeNext} isSecond={taken.length > 0} />
    </>
  );
};
