import * as z from 'zod';
import type { District } from '#domain/district/district.ts';
import { Mark } from '#domain/district/schedule.ts';
import { goneFrom } from '#domain/district/standing-ids.ts';
import { Instant } from '#domain/instant.ts';
import { once } from '#domain/once.ts';
import type { Happened } from './happened.ts';
import type { Ticket } from './ticket.ts';
import { EventType } from './ticket-event.ts';
import { workNames } from './ticket-names.ts';
import { Role } from './ticket-words.ts';
import { mayKnowReporter, type StaffViewer } from './visibility.ts';

/** A name, and whether the district still has what it names; what is gone is called by its id. */
const Named = once(() => z.object({ name: z.string(), gone: z.literal(true).optional() }));
type Named = z.infer<ReturnType<typeof Named>>;

/** What can be put right, in the order in which it is told; a reporter is shown the first three alone. */
const Field = z.enum(['category', 'kind', 'area', 'urgent', 'danger']);
type Field = z.infer<typeof Field>;
const SHOWN_TO_REPORTERS: ReadonlySet<Field> = new Set(['category', 'kind', 'area']);

/** One line of a ticket's history, as its reporter reads it. */
export const HistoryLine = once(() =>
  z.object({
    what: EventType.describe('The type of the event.'),
    at: Instant,
    department: Named().optional().describe('The department that the ticket was with then.'),
    words: z.string().optional().describe('What somebody wrote or said.'),
    rating: z.object({ stars: z.number(), solved: z.boolean() }).optional(),
    changed: z
      .array(z.object({ field: Field, before: Named(), after: Named() }))
      .optional()
      .describe(
        'What was put right. Of `urgent` the names are `yes` and `no`, of `danger` they are `danger`, `doubt` and `none`.',
      ),
  }),
);

/** The same line as staff read it: also who did it, and what the hotline does within. */
export const StaffHistoryLine = once(() =>
  HistoryLine().extend({
    by: z.object({ role: Role, account: z.string().optional().describe('Of staff alone.') }),
    unit: Named().optional(),
    takenFrom: Named().optional(),
    onDuty: z.string().optional().describe('Who on duty was rung, or took it.'),
    mark: Mark.optional(),
  }),
);
export type StaffHistoryLine = z.infer<ReturnType<typeof StaffHistoryLine>>;

/** For whom the events of a type are. A department reads `own` ones only of the times when it had the ticket. */
interface Readers {
  reporter?: true;
  department?: 'all' | 'own';
  /** Only for those who may know who asked. */
  asker?: true;
}

const readers: Readonly<Record<EventType, Readers>> = {
  opened: { reporter: true, department: 'all' },
  answered: { reporter: true, department: 'all' },
  dispatched: { reporter: true, department: 'own' },
  reassigned: { reporter: true, department: 'own' },
  corrected: { reporter: true, department: 'all' },
  assigned: { department: 'own' },
  accepted: { reporter: true, department: 'own' },
  // Who has a ticket reads why others returned it.
  returned: { reporter: true, department: 'all' },
  resolved: { reporter: true, department: 'own' },
  added: { reporter: true, department: 'all' },
  rated: { reporter: true, department: 'all' },
  withdrawn: { reporter: true, department: 'all' },
  carded: { department: 'own' },
  recorded: { department: 'all', asker: true },
  'reporter-rung': {},
  'reporter-put-off': {},
  'reporter-unreached': {},
  'reporter-hidden': { department: 'all' },
  'duty-rung': { department: 'own' },
  'duty-refused': { department: 'own' },
  'duty-put-off': { department: 'own' },
  'duty-held': { department: 'own' },
  'duty-taken': { department: 'own' },
  'duty-unanswered': { department: 'own' },
};
const readersOf = new Map<string, Readers>(Object.entries(readers));

/** Why something was returned or corrected is for staff. */
const REASONS_WITHIN = new Set(['returned', 'corrected']);

/** Who reads a history: the reporter, or somebody of the staff. */
export type HistoryViewer = 'reporter' | StaffViewer;

const isFor = (viewer: HistoryViewer, ticket: Ticket, { what, department }: Happened): boolean => {
  const { reporter = false, department: ofDepartments, asker = false } = readersOf.get(what) ?? {};
  if (viewer === 'reporter') return reporter;
  if (asker && !mayKnowReporter(ticket, viewer)) return false;
  if (viewer !== 'department') return readersOf.has(what);
  // A department reads tickets that are with it alone.
  return ofDepartments === 'all' || (ofDepartments === 'own' && department !== undefined && department === ticket.department);
};

/** Names in the language of who reads. */
interface Naming {
  district: District;
  language: District['language'];
}

type NamedIds = Partial<Pick<Ticket, 'area' | 'category' | 'kind' | 'department' | 'unit'>>;

/** The name of the one thing that is named by its id here. */
const nameOf = (ids: NamedIds, of: keyof NamedIds, { district, language }: Naming, ticket: Ticket): Named => {
  const { area, category, kind } = ticket;
  const name = workNames({ area, category, kind, ...ids }, district, language)[of] ?? '';
  const isGone = of !== 'kind' && goneFrom(district, ids).gone?.includes(of);
  return { name: typeof name === 'string' ? name : name.join(' '), ...(isGone && { gone: true }) };
};

const changedIn = ({ before, after }: Happened, viewer: HistoryViewer, naming: Naming, ticket: Ticket) => {
  if (!before || !after) return [];
  const valueIn = (understood: typeof before, field: Field): Named => {
    if (field === 'urgent') return { name: understood.urgent ? 'yes' : 'no' };
    if (field === 'danger') return { name: understood.danger ?? 'none' };
    return nameOf({ [field]: understood[field] }, field, naming, ticket);
  };
  const fields = Field.options.filter((field) => after[field] !== undefined);
  const shown = viewer === 'reporter' ? fields.filter((field) => SHOWN_TO_REPORTERS.has(field)) : fields;
  return shown.map((field) => ({ field, before: valueIn(before, field), after: valueIn(after, field) }));
};

/** The account of somebody of the staff; a department reads those of its own people alone. */
const accountOf = ({ by: { role, id }, department }: Happened, viewer: HistoryViewer, ticket: Ticket): string | undefined => {
  if (role === 'resident' || role === 'system') return undefined;
  if (viewer !== 'department') return id;
  return role === 'department' && department === ticket.department ? id : undefined;
};

const lineOf = (happened: Happened, viewer: HistoryViewer, naming: Naming, ticket: Ticket): StaffHistoryLine => {
  const { what, at, by, department, unit, takenFrom, onDuty, mark, words, rating } = happened;
  const changed = changedIn(happened, viewer, naming, ticket);
  const account = accountOf(happened, viewer, ticket);
  const isOwn = department === ticket.department;
  // Whose ticket it was when somebody else did something to it is not for another department.
  const isNamed = viewer !== 'department' || isOwn || what === 'returned';
  return {
    what: what as EventType,
    at,
    by: { role: by.role, ...(account !== undefined && { account }) },
    ...(department !== undefined && isNamed && { department: nameOf({ department }, 'department', naming, ticket) }),
    ...(unit !== undefined && { unit: nameOf({ department, unit }, 'unit', naming, ticket) }),
    ...(takenFrom !== undefined &&
      viewer !== 'department' && { takenFrom: nameOf({ department: takenFrom }, 'department', naming, ticket) }),
    ...(onDuty !== undefined && { onDuty }),
    ...(mark && { mark }),
    ...(words !== undefined && !(viewer === 'reporter' && REASONS_WITHIN.has(what)) && { words }),
    ...(rating && { rating }),
    ...(changed.length > 0 && { changed }),
  };
};

/**
 * What happened to a ticket, as somebody may read it, the oldest first. The ticket's words are those that they may read
 * (`asReadBy`).
 */
export const historyFor = (ticket: Ticket, viewer: HistoryViewer, naming: Naming): StaffHistoryLine[] =>
  ticket.history
    .filter((happened) => isFor(viewer, ticket, happened))
    .map((happened) => lineOf(happened, viewer, naming, ticket))
    // A correction of what a reporter does not see is nothing to them.
    .filter(({ what, changed }) => viewer !== 'reporter' || what !== 'corrected' || changed !== undefined)
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
