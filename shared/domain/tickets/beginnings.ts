import { DangerNote } from '#domain/district/danger/danger-note.ts';
import { once } from '#domain/once.ts';
import { kept } from '#domain/text/free-text.ts';
import type { Said } from './said.ts';
import { Sorting, Ticket } from './ticket.ts';
import { Outcome } from './ticket-texts.ts';

/** What whoever asks has said. */
const asked = once(() => ({
  matter: Ticket().shape.matter,
  recording: Ticket().shape.recording,
  place: Ticket().shape.place,
  sorting: Sorting().optional(),
  danger: DangerNote.optional(),
}));
type Asked = Pick<Ticket, 'matter' | 'recording' | 'place' | 'sorting' | 'danger'>;

const tellsAsked = (_: Said, { matter, recording, place, sorting, danger }: Asked): Partial<Said> => ({
  matter,
  recording,
  place,
  sorting,
  dangerWords: danger?.words,
});

/** The two ways in which a ticket begins. */
export const beginnings = {
  open: {
    from: [],
    to: 'received',
    roles: ['resident', 'agent', 'system'],
    event: 'opened',
    get says() {
      return asked();
    },
    tells: tellsAsked,
  },
  answer: {
    from: [],
    to: 'resolved',
    roles: ['agent'],
    event: 'answered',
    get says() {
      return { ...asked(), outcome: kept(Outcome) };
    },
    tells: (said: Said, event: Asked & { outcome: string }): Partial<Said> => ({
      ...tellsAsked(said, event),
      outcome: event.outcome,
    }),
  },
} as const;
