import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { CallBackWanted } from '#contracts/messages/call-back-wanted.ts';
import { LookUpWanted } from '#contracts/messages/look-up-wanted.ts';
import { ParkedCall } from '#contracts/messages/parked-call.ts';
import { RecordingMade } from '#contracts/messages/recording-made.ts';
import { TicketEventMessage } from '#contracts/messages/ticket-event-message.ts';
import { Call } from '#domain/calls/call.ts';
import { CallBack } from '#domain/calls/call-back.ts';
import { Cell } from '#domain/figures/cell.ts';
import { DutyRing } from '#domain/tickets/duty-limits.ts';
import { LookUp } from '#domain/tickets/look-up.ts';
import { TicketFacts } from '#domain/tickets/said.ts';
import { Contact } from '#domain/tickets/ticket.ts';
import { TicketEvent } from '#domain/tickets/ticket-event.ts';

/** All that lies in rows and travels in messages: newer code may have written more into any part of it. */
const kept = {
  TicketFacts: TicketFacts(),
  TicketEvent,
  Contact,
  Call: Call(),
  CallBack: CallBack(),
  Cell,
  DutyRing,
  LookUp: LookUp(),
  LookUpWanted,
  TicketEventMessage,
  CallBackWanted,
  ParkedCall,
  RecordingMade: RecordingMade(),
};

/** The places within a schema at which a field that it does not name is refused. */
const strictPlaces = (schema: z.ZodType, place = ''): string[] => {
  const { def } = schema._zod as unknown as { def: Record<string, any> & { type: string } };
  const within = (part: unknown, name = ''): string[] => strictPlaces(part as z.ZodType, `${place}${name}`);
  switch (def.type) {
    case 'object': {
      const here = def.catchall?._zod.def.type === 'never' ? [place || '/'] : [];
      return [...here, ...Object.entries(def.shape).flatMap(([name, part]) => within(part, `/${name}`))];
    }
    case 'array':
      return within(def.element, '/*');
    case 'record':
      return within(def.valueType, '/*');
    case 'union':
      return [...new Set((def.options as unknown[]).flatMap((option) => within(option)))];
    case 'intersection':
      return [...within(def.left), ...within(def.right)];
    case 'pipe':
      return [...within(def.in), ...within(def.out)];
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
      return within(def.innerType);
    case 'lazy':
      return within(def.getter());
    default:
      return [];
  }
};

describe('what is kept or sent', () => {
  it.each(Object.entries(kept))('%s is read with fields that newer code has added, however deep', (_name, schema) => {
    expect(strictPlaces(schema as z.ZodType)).toEqual([]);
  });

  it('is found strict where it is', () => {
    const strict = z.object({ one: z.array(z.strictObject({ two: z.string() })).optional(), three: z.looseObject({}) });
    expect(strictPlaces(strict)).toEqual(['/one/*']);
  });
});
