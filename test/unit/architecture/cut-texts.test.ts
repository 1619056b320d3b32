import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sources } from './tracked-files.ts';

/** A cut by units of UTF-16, which can end in the middle of a sign. */
const CUT = /\.(slice|substring|substr)\(/;
/** A cut at a length: what people said is cut by `beginningOf`, wherever else it may be cut. */
const CUT_AT_A_LENGTH = /\.(slice|substring|substr)\(0, (LONGEST|SHORT)\w*/;

/** Files that cut by units, and why that can do no harm. A new one belongs here only if it cuts none of what people said. */
const MAY_CUT: Record<string, readonly string[]> = {
  'the place where texts are cut': ['shared/domain/text/beginning.ts'],
  'lists alone': [
    'functions/raise-cards/handler.ts',
    'shared/adapters/dynamodb/call-store.ts',
    'shared/adapters/dynamodb/due-index.ts',
    'shared/adapters/dynamodb/rows-at.ts',
    'shared/adapters/dynamodb/ticket-lists.ts',
    'shared/channels/jambonz/verbs.ts',
    'shared/domain/calls/areas.ts',
    'shared/domain/calls/choices.ts',
    'shared/domain/calls/danger-affirmed.ts',
    'shared/domain/calls/danger-in-call.ts',
    'shared/domain/calls/missing-in-ticket.ts',
    'shared/domain/calls/own-tickets.ts',
    'shared/domain/calls/spoken-number.ts',
    'shared/domain/district/danger/cues.ts',
    'shared/domain/district/danger/spans.ts',
    'shared/domain/district/places/place-in.ts',
    'shared/domain/district/sorting/point-of-story.ts',
    'shared/domain/district/sorting/understand-matter.ts',
    'shared/domain/tickets/commands/put-off-reporter.ts',
    'shared/domain/tickets/duty-steps.ts',
    'shared/domain/tickets/lists/place-in-list.ts',
    'shared/domain/tickets/sorted.ts',
    'shared/use-cases/phone/choose-telephone.ts',
    'shared/use-cases/phone/climb-duty.ts',
    'shared/use-cases/phone/duty-waiting.ts',
    'shared/use-cases/phone/take-turn.ts',
    'shared/use-cases/recount-hour.ts',
  ],
  'digits, dates, keys and ids, which are ASCII': [
    'shared/use-cases/lists/list-tickets.ts',
    'functions/roll-up-figures/handler.ts',
    'shared/adapters/dynamodb/figures-keys.ts',
    'shared/adapters/dynamodb/keys.ts',
    'shared/adapters/dynamodb/list-cursor.ts',
    'shared/adapters/phone-keys.ts',
    'shared/contracts/http/get-figures.ts',
    'shared/domain/calls/call-back-id.ts',
    'shared/domain/calls/providers.ts',
    'shared/domain/calls/words/wording.ts',
    'shared/domain/district/calendar.ts',
    'shared/domain/figures/reading.ts',
    'shared/domain/figures/spans.ts',
    'shared/domain/instant.ts',
    'shared/domain/person-id.ts',
    'shared/domain/telephone/caller.ts',
    'shared/domain/telephone/plans.ts',
    'shared/domain/telephone/telephone.ts',
    'shared/domain/telephone/withheld.ts',
    'shared/domain/tickets/ticket-number.ts',
    'shared/runtime/log.ts',
  ],
  'texts at places where words were found, which begin and end whole signs': [
    'shared/use-cases/join-ticket.ts',
    'shared/domain/calls/confirming.ts',
    'shared/domain/calls/mistaken-danger.ts',
    'shared/domain/calls/correction-words.ts',
    'shared/domain/calls/place-told.ts',
    'shared/domain/calls/rating-said.ts',
    'shared/domain/calls/secrecy.ts',
    'shared/domain/calls/yes-or-no.ts',
    'shared/domain/text/numbers-in-text.ts',
    'shared/domain/district/danger/understand-danger.ts',
    'shared/domain/district/danger/whose-life.ts',
    'shared/domain/district/danger/units.ts',
    'shared/domain/district/places/around-names.ts',
    'shared/domain/district/places/sounding-places.ts',
    'shared/domain/district/sort-matter.ts',
    'shared/domain/district/sorting/grams.ts',
    'shared/domain/district/sorting/matter-alone.ts',
    'shared/domain/district/sorting/reasons.ts',
    'shared/domain/district/spoken-words.ts',
  ],
};

const deployed = sources.filter((file) => /^(shared|functions)\//.test(file)).map((file) => [file, readFileSync(file, 'utf8')]);
const filesWith = (pattern: RegExp) => deployed.filter(([, text = '']) => pattern.test(text)).map(([file]) => file);

describe('a text', () => {
  it('is cut in one place: other files cut lists, ASCII, or at words that they found', () => {
    expect(filesWith(CUT).sort()).toEqual(Object.values(MAY_CUT).flat().sort());
  });

  it('is cut at a length nowhere else', () => {
    expect(filesWith(CUT_AT_A_LENGTH)).toEqual([]);
    expect(CUT_AT_A_LENGTH.test('place: speech.slice(0, LONGEST_PLACE)')).toBe(true);
    expect(CUT_AT_A_LENGTH.test('words.slice(0, MOST_WORDS)')).toBe(false);
  });
});
