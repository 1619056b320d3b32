import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Refused } from '#web/session/call.ts';
import { settings } from '#web/session/settings.ts';
import { sentenceFor } from '#web/words/failure.ts';
import { shared } from '#web/words/shared.ts';
import { pointedAt } from './pointed.ts';

/** What is wrong with which field, by the field's id. */
export type Errors = Readonly<Record<string, string | undefined>>;

/** The numbers that are rung in danger, each as a button. */
const NumbersToRing = () => (
  <p class="buttons">
    {[...settings.emergencyNumbers, settings.helpline].map(
      (number) =>
        number !== undefined && (
          <a key={number} class="button call" href={`tel:${number}`}>
            {number}
          </a>
        ),
    )}
  </p>
);

/** All that is wrong, above the form, each with a link to its field. It takes the focus when it appears. */
const ErrorSummary = ({ errors, failure, isDanger }: { errors: Errors; failure: string | undefined; isDanger: boolean }) => {
  const box = useRef<HTMLDivElement>(null);
  const wrong = Object.entries(errors).filter(([, error]) => error !== undefined);
  const text = [...wrong.map(([, error]) => error), failure].join();
  useEffect(() => {
    if (text !== '') box.current?.focus();
  }, [text]);
  if (wrong.length === 0 && failure === undefined) return null;
  const words = shared();
  return (
    <div class="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{wrong.length > 0 ? words.summary : words.refused}</h2>
      {failure && <p>{failure}</p>}
      {isDanger && <NumbersToRing />}
      <ul>
        {wrong.map(([id, error]) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(id)?.focus();
              }}
            >
              {error}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};

const nothing: Errors = {};

/** What the label of a field says, without what stands beside it. */
const labelOf = (form: HTMLFormElement, id: string): string =>
  (
    form.querySelector(`label[for="${CSS.escape(id)}"]`) ??
    form.querySelector(`#${CSS.escape(id)}`)?.closest('fieldset')?.firstChild
  )?.firstChild?.textContent?.trim() ?? '';

/** What a refusal says of the fields of a form: it is said beside each, in words of ours. */
const errorsBy = (error: unknown, form: HTMLFormElement | null): Errors => {
  if (!(error instanceof Refused) || !form) return nothing;
  const ids = [...form.elements].map(({ id }) => id).filter((id) => id !== '');
  const { wrongPhone, wrongField } = shared();
  return Object.fromEntries(
    pointedAt(error.problem, ids).map(({ id, field }) => [id, field === 'phone' ? wrongPhone : wrongField(labelOf(form, id))]),
  );
};

interface FormProps {
  /** Looks at what was filled in; nothing is sent while something is wrong. */
  check?: () => Errors;
  /** What it throws is said above the form. */
  send: () => Promise<unknown>;
  button: string;
  children?: ComponentChildren | ((errors: Errors) => ComponentChildren);
  /** Not the one thing of this page. */
  isSecond?: boolean;
  /** Why what was sent before, from elsewhere, was not taken: it is said as if this form had sent it. */
  refusal?: unknown;
}

/** A form with one button. It is sent once, however often the button is pressed. What is refused is said beside its field. */
export const Form = ({ check = () => nothing, send, button, children, isSecond = false, refusal }: FormProps) => {
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<string>();
  /** What was typed speaks of danger, and was refused here: the numbers to ring stand beside that. */
  const [isDanger, setDanger] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const refuse = (error: unknown): void => {
    const wrong = errorsBy(error, form.current);
    setErrors(wrong);
    setDanger(error instanceof Refused && error.problem.code === 'danger-told');
    setFailure(Object.keys(wrong).length > 0 ? undefined : sentenceFor(error));
  };
  useEffect(() => {
    if (refusal !== undefined) refuse(refusal);
  }, [refusal]);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    const wrong = check();
    setErrors(wrong);
    setFailure(undefined);
    setDanger(false);
    if (Object.values(wrong).some((error) => error !== undefined)) return;
    setBusy(true);
    try {
      await send();
    } catch (error) {
      refuse(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form noValidate onSubmit={submit} ref={form}>
      <ErrorSummary errors={errors} failure={failure} isDanger={isDanger} />
      {typeof children === 'function' ? children(errors) : children}
      <button class={isSecond ? 'second' : 'first'} type="submit" aria-disabled={isBusy}>
        {isBusy ? shared().wait : button}
      </button>
    </form>
  );
};

/** A number that is dialled here has so many digits at least. */
const FEWEST_DIGITS = 7;

/** What is wrong with a telephone number that was typed, as far as a page knows; the API reads it in the end. */
export const phoneError = (value: string): string | undefined => {
  const digits = value.normalize('NFKC').replace(/\D/g, '');
  return value.trim() === '' || digits.length >= FEWEST_DIGITS ? undefined : shared().wrongPhone;
};

/** What is wrong with a text that must be there, or may not be longer; `name` is what its label says. */
export const textError = (
  value: string,
  { name, most, isOptional = false }: { name: string; most: number; isOptional?: boolean },
): string | undefined => {
  if (value.trim() === '') return isOptional ? undefined : shared().sayWhat(name);
  return [...value].length > most ? shared().tooLong(name, most) : undefined;
};
