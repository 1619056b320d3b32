import * as z from 'zod';
import { DueDate } from '#domain/district/schedule.ts';
import { GoneId } from '#domain/district/standing-ids.ts';
import { Instant } from '#domain/instant.ts';
import { once } from '#domain/once.ts';
import { Ticket } from './ticket.ts';
import { asReadBy, mayKnowReporter } from './visibility.ts';

/** What a unit needs to begin: the whole matter, nothing of the contact but a masked number. */
export const WorkItem = once(() =>
  z.object({
    ...Ticket().pick({
      number: true,
      kind: true,
      category: true,
      matter: true,
      recording: true,
      area: true,
      place: true,
      urgent: true,
    }).shape,
    department: z.string(),
    unit: z.string(),
    openedAt: Instant,
    acceptBy: DueDate,
    handleBy: DueDate,
    reporterPhone: z.string().optional(),
    gone: z.array(GoneId).optional(),
  }),
);
export type WorkItem = z.infer<ReturnType<typeof WorkItem>>;

/**
 * What a unit is told: nothing that names the reporter, and of one who asked to be hidden neither masked number nor voice, nor
 * a number in their words.
 */
export const workItem = (ticket: Ticket, department: string, unit: string): WorkItem => {
  const { number, kind, category, matter, recording, area, place, urgent, openedAt, schedule, reporter } = asReadBy(
    ticket,
    'department',
  );
  const mayKnow = mayKnowReporter(ticket, 'department');
  return {
    number,
    kind,
    category,
    matter,
    area,
    urgent,
    department,
    unit,
    openedAt,
    acceptBy: schedule.accept,
    handleBy: schedule.handle,
    ...(place !== undefined && { place }),
    // A voice names its owner.
    ...(mayKnow && recording !== undefined && { recording }),
    ...(mayKnow && reporter.maskedPhone !== undefined && { reporterPhone: reporter.maskedPhone }),
  };
};
