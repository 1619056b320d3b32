import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { TicketView } from '#contracts/http/ticket-view.ts';
import type { PageAction } from '#contracts/pages/page-action.ts';
import type { CommandName } from '#domain/tickets/commands.ts';
import { type Done, Said } from '#web/parts/said.tsx';
import { queries } from '#web/parts/start.tsx';
import { settings } from '#web/session/settings.ts';
import type { District } from '#web/ticket/district.ts';
import { wordsOf } from '#web/words/commands.ts';
import { CommandForm } from './command-form.tsx';
import { offeredOn } from './offered.ts';

/** What people come for: in a box, and first. */
const FIRST: readonly string[] = ['rate', 'dispatch', 'accept', 'resolve'] satisfies CommandName[];
/** What is done rarely and not by mistake: folded, and asked for once more. */
const FOLDED: readonly string[] = ['withdraw'] satisfies CommandName[];

const rank = ({ name }: PageAction): number => (FIRST.includes(name) ? 0 : FOLDED.includes(name) ? 2 : 1);

interface CommandsProps {
  ticket: Pick<TicketView, 'number' | 'actions'>;
  /** Of the audience; the API decides in the end. */
  roles: readonly string[];
  known: readonly PageAction[];
  district: District;
  /** The department for which somebody works, where the page is a department's. */
  department?: string;
  /** Where a page shows what people come for above all else, and the others below. */
  part?: 'first' | 'others';
  onDone?: (command: string, answer: unknown) => void;
  /** What else came of the last command, below the sentence that it is done. */
  children?: ComponentChildren;
}

const isTicket = (answer: unknown): answer is TicketView =>
  typeof answer === 'object' && answer !== null && 'number' in answer && 'actions' in answer;

/** All that may be done to a ticket now, each with its form. A command that is new appears here by itself. */
export const Commands = ({ ticket, roles, known, district, department, part, onDone, children }: CommandsProps) => {
  const [said, setSaid] = useState<Done>();
  const place = { number: ticket.number, ...(department !== undefined && { department }) };
  const finish = (command: string, answer: unknown): void => {
    const key = ['ticket', ticket.number];
    if (isTicket(answer)) queries.setQueryData(key, answer);
    void queries.invalidateQueries({ queryKey: key });
    const { done, next } = wordsOf(command);
    setSaid({ done, next: next?.(settings.district.hotline) });
    onDone?.(command, answer);
  };
  const isHere = ({ name }: PageAction): boolean => part === undefined || (part === 'first') === FIRST.includes(name);
  const offered = offeredOn(ticket, known, roles)
    .filter(isHere)
    .sort((one, other) => rank(one) - rank(other));
  return (
    <>
      <Said said={said} />
      {children}
      {offered.map((action) => {
        const { name } = action;
        const { title } = wordsOf(name);
        const form = (
          <CommandForm
            action={action}
            place={place}
            district={district}
            isSecond={!FIRST.includes(name)}
            asksAgain={FOLDED.includes(name)}
            onDone={(answer) => finish(name, answer)}
          />
        );
        if (FOLDED.includes(name))
          return (
            <details key={name}>
              <summary>{title}</summary>
              {form}
            </details>
          );
        return (
          <section key={name} class={FIRST.includes(name) ? 'notice' : undefined} aria-labelledby={`command-${name}`}>
            <h2 id={`command-${name}`}>{title}</h2>
            {form}
          </section>
        );
      })}
    </>
  );
};
