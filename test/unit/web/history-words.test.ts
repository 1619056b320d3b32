import { describe, expect, it } from 'vitest';
import { EventType } from '#domain/tickets/ticket-event.ts';
import { historyEn } from '#web/words/history-en.ts';
import { historyZh } from '#web/words/history-zh.ts';

const told = {
  department: 'Waterworks',
  unit: 'North',
  takenFrom: 'Heatworks',
  onDuty: 'Night officer',
  mark: { limit: 'accept', card: 'Red card' },
  rating: { stars: 3, solved: true },
} as const;

describe.each([
  ['Chinese', historyZh],
  ['English', historyEn],
])('the words of a history in %s', (_, words) => {
  it('are there for each event that there is, each a sentence of its own', () => {
    expect(Object.keys(words.happened).sort()).toEqual([...EventType.options].sort());
    const sentences = EventType.options.map((what) => words.happened[what](told));
    for (const sentence of sentences) expect(sentence).toMatch(/[。.]$/);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('name who had the ticket, and whom it was taken from', () => {
    const { dispatched, reassigned, accepted, returned, assigned } = words.happened;
    for (const sentence of [dispatched(told), reassigned(told), accepted(told), returned(told), assigned(told)])
      expect(sentence).toContain('Waterworks');
    expect(reassigned(told)).toContain('Heatworks');
    expect(reassigned({ ...told, takenFrom: undefined })).not.toContain('Heatworks');
  });
});
