import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sources } from './tracked-files.ts';

/* What staff read of a ticket, they read through `asReadBy`: these files alone make something of it for them. */
const SHOWS = ['shared/contracts/http/ticket-view.ts', 'shared/domain/tickets/duty.ts', 'shared/domain/tickets/work-item.ts'];

const takesWords = (text: string): boolean => text.includes('asReadBy(');

it('reporters’ words are shown to staff by few files, and each of them masks', () => {
  const files = sources.filter((file) => /^(shared|functions)\//.test(file) && file !== 'shared/domain/tickets/visibility.ts');
  expect(files.filter((file) => takesWords(readFileSync(file, 'utf8'))).sort()).toEqual(SHOWS);
});

it('a department’s door shows a ticket by the view of staff alone', () => {
  const doors = sources.filter(
    (file) => file.startsWith('functions/department-api/') || file === 'functions/publish-events/handler.ts',
  );
  expect(doors.length).toBeGreaterThan(8);
  for (const file of doors)
    expect([file, readFileSync(file, 'utf8')]).not.toMatchObject([
      file,
      expect.stringMatching(/\bticketView\b|\.matter\b|\.additions\b/),
    ]);
});
