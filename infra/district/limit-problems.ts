import { dayLimit } from '#domain/district/day-limits.ts';
import { type CalendarData, type Category, type DayLimits, Limits, PhoneRules } from '#domain/district/district.ts';
import { TicketKind } from '#domain/district/kinds.ts';
import { handleLimit } from '#domain/district/limits.ts';
import { minuteOfTime } from '#domain/instant.ts';
import { type Listed, unknownReference } from './cross-references.ts';
import type { Path, Problem, YamlFile } from './yaml-file.ts';

type Limit = Limits['accept'];

/** Limits for categories that are not there. */
export const unknownLimitProblems = (file: YamlFile, categories: Listed<Category>): Problem[] => {
  const byCategory = (file.value as { handle?: { byCategory?: unknown } | null } | null | undefined)?.handle?.byCategory;
  return Object.keys(typeof byCategory === 'object' && byCategory ? byCategory : {}).flatMap((id) => {
    const unknown = unknownReference('category', id, categories, 'categories.yaml');
    return unknown ? [file.problem(['handle', 'byCategory', id], unknown)] : [];
  });
};

const shown = (limit: Limit): string =>
  'workingDays' in limit ? `${limit.workingDays} working day(s)` : `${limit.workingHours} working hour(s)`;

/**
 * Whether a ticket must be accepted before it must be handled, at whatever moment it is opened. A limit in days has all of
 * its days before it, and at the most the day of the opening, too.
 */
const isSooner = (accept: Limit, handle: Limit, hoursADay: number): boolean => {
  if ('workingDays' in accept) {
    return 'workingDays' in handle
      ? accept.workingDays < handle.workingDays
      : (accept.workingDays + 1) * hoursADay < handle.workingHours;
  }
  return accept.workingHours < ('workingDays' in handle ? handle.workingDays * hoursADay : handle.workingHours);
};

const hoursADay = (hours: CalendarData['hours']): number =>
  hours.reduce((sum, { from, to }) => sum + minuteOfTime(to) - minuteOfTime(from), 0) / 60;

/** Each limit of handling with its place, the default last: it is the one for which there is no other. */
const handleLimits = ({ handle }: Limits): { limit: Limit; path: Path }[] => [
  ...Object.entries(handle.byCategory ?? {}).map(([id, limit]) => ({ limit, path: ['handle', 'byCategory', id] })),
  ...Object.entries(handle.byKind).map(([kind, limit]) => ({ limit, path: ['handle', 'byKind', kind] })),
  { limit: handle.default, path: ['handle', 'default'] },
];

/**
 * Limits that contradict each other: what must be handled before it must be accepted, whatever category and kind it is of,
 * and limits of kinds that no ticket ever has. Asked when files, hours and the tree of categories have no other problem.
 */
export const limitProblems = (file: YamlFile, hours: CalendarData['hours'], { entries }: Listed<Category>): Problem[] => {
  const limits = Limits.parse(file.value);
  const categories = entries.map(({ value }) => value);
  const used = new Set(
    categories.flatMap(({ id }) => TicketKind.options.map((kind) => handleLimit({ categories, limits }, kind, id))),
  );
  const ordinary = handleLimits(limits).flatMap(({ limit, path }) => {
    if (!used.has(limit)) {
      const isDefault = path[1] === 'default';
      return isDefault ? [] : [file.problem(path, 'no ticket ever has this limit: each category has one of its own; remove it')];
    }
    return isSooner(limits.accept, limit, hoursADay(hours))
      ? []
      : [
          file.problem(
            path,
            `${shown(limit)} to handle can end before the ${shown(limits.accept)} to accept; make this longer or "accept" shorter`,
          ),
        ];
  });
  const { acceptMinutes, handleMinutes } = limits.urgent;
  const urgent =
    acceptMinutes < handleMinutes
      ? []
      : [
          file.problem(
            ['urgent', 'handleMinutes'],
            `${handleMinutes} minutes to handle end no later than the ${acceptMinutes} minutes to accept; make handleMinutes longer or acceptMinutes shorter`,
          ),
        ];
  return [...ordinary, ...urgent];
};

/** Limits of a day that contradict each other, or the calls that a reporter is to get. */
export const dayLimitProblems = (file: YamlFile, phone: YamlFile): Problem[] => {
  const { data: limits } = Limits.safeParse(file.value);
  if (!limits?.aDay) return [];
  const of = (name: keyof DayLimits): number => dayLimit(name, { limits });
  const tries = PhoneRules.safeParse(phone.value).data?.askReporter.tries ?? 0;
  const wrong = (name: keyof DayLimits, text: string): Problem =>
    file.problem(limits.aDay?.[name] === undefined ? ['aDay'] : ['aDay', name], text);
  const inAll = (
    [
      ['texts', 'textsToNumber'],
      ['codes', 'codesToNumber'],
      ['rings', 'ringsToNumber'],
    ] as const
  ).flatMap(([all, one]) =>
    of(all) < of(one)
      ? [wrong(all, `${of(all)} ${all} in all are fewer than the ${of(one)} to one number; make "${all}" more or "${one}" less`)]
      : [],
  );
  const [ofTicket, toNumber] = [of('codesOfTicket'), of('codesToNumber')];
  if (toNumber < 2 * ofTicket) {
    const text = `${toNumber} codes to one number are fewer than twice the ${ofTicket} of one ticket, so that who knows one ticket uses them up for the others; make "codesToNumber" more or "codesOfTicket" less`;
    inAll.push(wrong('codesToNumber', text));
  }
  if (of('ringsToNumber') >= tries) return inAll;
  const text = `${of('ringsToNumber')} calls to one number are fewer than the ${tries} tries of "askReporter" in phone.yaml; make them at least as many`;
  return [...inAll, wrong('ringsToNumber', text)];
};
