import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageAction } from '#contracts/pages/page-action.ts';
import { type Errors, Form } from '#web/parts/form.tsx';
import { call } from '#web/session/call.ts';
import { useTyped } from '#web/session/typed.ts';
import type { District } from '#web/ticket/district.ts';
import { wordsOf } from '#web/words/commands.ts';
import { shared } from '#web/words/shared.ts';
import { AskAgain } from './ask-again.tsx';
import { bodyOf, type Fault, type Filled, faultsOf, fieldsOf } from './filled.ts';
import { SchemaField } from './schema-field.tsx';

interface CommandFormProps {
  action: PageAction;
  /** What stands in the braces of its path. */
  place: Readonly<Record<string, string>>;
  district: District;
  isSecond: boolean;
  /** It is asked for once more before it is done. */
  asksAgain: boolean;
  onDone: (answer: unknown) => void;
}

/** The form of a command, drawn from actions.json; its words are the catalogue's. What is typed stays until it is sent. */
export const CommandForm = ({ action, place, district, isSecond, asksAgain, onDone }: CommandFormProps) => {
  const { name, method, path, input } = action;
  const words = wordsOf(name);
  const { value: filled, change, forget } = useTyped<Filled>([name, ...Object.values(place)].join('/'), {});
  const [isAsking, setAsking] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const comesBack = useRef(false);
  useEffect(() => {
    if (comesBack.current) form.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
    comesBack.current = false;
  }, [isAsking]);
  const goBack = (): void => {
    comesBack.current = true;
    setAsking(false);
  };
  const idOf = (field: string) => `${name}-${field}`;
  const wordsOfField = (field: string) => words.fields[field] ?? { label: field };
  const sentence = (field: string, fault: Fault): string => {
    const { label } = wordsOfField(field);
    if (fault === 'too-few') return shared().changeOne;
    return fault === 'missing' ? shared().sayWhat(label) : shared().tooLong(label, input?.properties?.[field]?.maxLength ?? 0);
  };
  const check = (): Errors =>
    Object.fromEntries(Object.entries(faultsOf(input, filled)).map(([field, fault]) => [idOf(field), sentence(field, fault)]));
  const send = async (): Promise<void> => {
    const body = bodyOf(input, filled);
    const answer = await call<unknown>(method, path, body === undefined ? { place } : { place, body });
    forget();
    setAsking(false);
    onDone(answer);
  };
  if (isAsking) return <AskAgain id={`command-${name}`} words={words.again ?? shared().again} send={send} onBack={goBack} />;
  return (
    <div ref={form}>
      <Form check={check} send={asksAgain ? async () => setAsking(true) : send} button={words.button} isSecond={isSecond}>
        {(errors) =>
          fieldsOf(input).map(([field, schema]) => (
            <SchemaField
              key={field}
              id={idOf(field)}
              name={field}
              schema={schema}
              words={wordsOfField(field)}
              isOptional={!input?.required?.includes(field)}
              district={district}
              value={filled[field] ?? ''}
              error={errors[idOf(field)]}
              onChange={(value) => change((before) => ({ ...before, [field]: value }))}
            />
          ))
        }
      </Form>
    </div>
  );
};
