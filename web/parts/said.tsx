import { useEffect, useRef } from 'preact/hooks';

/** What was just done, and what comes next. Each is an object of its own, so that the same done twice is said twice. */
export interface Done {
  done: string;
  next?: string | undefined;
}

/** Says what was done, and takes the focus: whoever pressed a button that is gone now is led to what came of it. */
export const Said = ({ said }: { said: Done | undefined }) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (said) box.current?.focus();
  }, [said]);
  return (
    <div class="said" role="status" tabIndex={-1} ref={box}>
      {said && (
        <p>
          <strong>{said.done}</strong> {said.next}
        </p>
      )}
    </div>
  );
};
