import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TicketState } from '#domain/tickets/states.ts';
import { sources } from './tracked-files.ts';

const NAMES = new RegExp(`(['"\`])(${TicketState.options.join('|')})\\1`);

/** What is deployed, but for the folder in which states are at home. */
const elsewhere = sources.filter(
  (file) => /^(shared|functions|infra|web)\//.test(file) && !file.startsWith('shared/domain/tickets/'),
);

/**
 * Lines that name a state as a value. Keys of objects, such as the words for each state, are no values; comments may say
 * what they like; the `status` of a promise is none of a ticket.
 */
const naming = (file: string, text: string): string[] =>
  text
    .split('\n')
    .filter((line) => NAMES.test(line.replace(/^\s*(\/\*\*|\*|\/\/).*$|\.status [!=]== '\w+'/g, '')))
    .map((line) => `${file}: ${line.trim()}`);

describe('states of tickets', () => {
  it('are named in the folder of tickets alone: everybody else asks for the facts of a state', () => {
    expect(elsewhere.length).toBeGreaterThan(100);
    expect(elsewhere.flatMap((file) => naming(file, readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('are found where somebody names one', () => {
    expect(naming('x.ts', "if (ticket.state === 'resolved') return;")).toHaveLength(1);
    expect(naming('x.ts', "if (read.status === 'rejected') throw read.reason;")).toEqual([]);
    expect(naming('x.ts', 'states: { resolved: "…" }, event: "reporter-rung"')).toEqual([]);
  });
});
