import type { Heard } from '#channels/heard.ts';
import { sayDigits } from '#domain/calls/spoken-number.ts';
import { catalogueOf } from '#domain/calls/words/catalogues.ts';
import { emergencyNumberFor, noteOf } from '#domain/district/danger/danger-note.ts';
import { understandDanger } from '#domain/district/danger/understand-danger.ts';
import type { District } from '#domain/district/district.ts';

/**
 * What a caller is told first when something of ours fails just as they speak of danger, or may: whom to ring. It needs no
 * table. Undefined where nothing was said of danger.
 */
export const emergencyFirst = (heard: Heard | undefined, district: District): string | undefined => {
  const speech = heard?.what === 'step' ? heard.answer.speech : undefined;
  const note = speech === undefined ? undefined : noteOf(understandDanger(district, speech, 'spoken'));
  if (!note) return undefined;
  const emergencyNumber = sayDigits(emergencyNumberFor(district, note.danger), district.language);
  return catalogueOf(district.language).danger({ emergencyNumber });
};
