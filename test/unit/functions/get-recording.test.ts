import { describe, expect, it } from 'vitest';
import type { Refusal } from '#domain/errors.ts';
import { plusMinutes } from '#domain/instant.ts';
import type { Intake } from '#domain/tickets/open-ticket.ts';
import { getDepartmentRecording } from '#functions/department-api/get-department-recording.ts';
import { getRecording } from '#functions/desk-api/get-recording.ts';
import { memoryRecordings } from '#test/adapters/memory/recordings.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { changed, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

const KEY = 'recordings/twilio/CA1/RE1';
const DAY = 24 * 60;
const LINK = { url: `memory:${KEY}?seconds=300`, expiresAt: plusMinutes(MONDAY_AT_TEN, 5) };

const viewers = {
  agent: { id: 'a', role: 'agent' },
  supervisor: { id: 's', role: 'supervisor' },
  waterworks: { id: 'w', role: 'department', department: 'waterworks' },
  heatworks: { id: 'h', role: 'department', department: 'heatworks' },
} as const;
type Viewer = keyof typeof viewers;

/** A caller's ticket that is with the waterworks, and whose recording is in the bucket; who asks is answered or refused. */
const hotline = async (intake: Partial<Intake> = {}) => {
  const [store, archive] = [memoryTickets(), memoryRecordings()];
  const opened = opening({ channel: 'phone', reporterKey: undefined, recording: KEY, ...intake });
  await store.open(opened, { scope: 'test', key: 'one', digest: 'd' });
  const { number } = opened.ticket;
  await store.commit(changed(opened.ticket, { action: 'dispatch', department: 'waterworks', rule: 'water' }, 'system'));
  await archive.keep(KEY, { bytes: new Uint8Array(1), type: 'audio/wav' });
  const ask = async (viewer: Viewer, at = MONDAY_AT_TEN, archived = archive): Promise<unknown> => {
    const needs = { store, archive: archived, district: smallDistrict, now: () => at, randomBelow: () => 0 };
    const caller = viewers[viewer];
    const request = { params: { number, department: 'department' in caller ? caller.department : '' }, caller } as never;
    const answer =
      caller.role === 'department' ? getDepartmentRecording.handler(needs)(request) : getRecording.handler(needs)(request);
    return answer.then(
      ({ body }) => body,
      (error: Refusal) => error.code,
    );
  };
  return { store, archive, number, ask };
};

describe('a recording is heard by', () => {
  it.each<[string, Partial<Intake>, Record<Viewer, unknown>]>([
    ['of anybody', {}, { agent: LINK, supervisor: LINK, waterworks: LINK, heatworks: 'ticket-unknown' }],
    [
      'of the anonymous',
      { anonymous: true },
      { agent: LINK, supervisor: LINK, waterworks: 'role-not-allowed', heatworks: 'ticket-unknown' },
    ],
    [
      'of the confidential',
      { confidential: true },
      { agent: 'role-not-allowed', supervisor: LINK, waterworks: 'role-not-allowed', heatworks: 'ticket-unknown' },
    ],
  ])('those who may know whose voice it is: %s', async (_, intake, expected) => {
    const { ask } = await hotline(intake);
    for (const viewer of Object.keys(viewers) as Viewer[])
      expect([viewer, await ask(viewer)]).toEqual([viewer, expected[viewer]]);
  });

  it('nobody where nothing was recorded', async () => {
    const { ask } = await hotline({ recording: undefined });
    expect([await ask('supervisor'), await ask('waterworks')]).toEqual(['recording-none', 'recording-none']);
  });

  it('nobody yet while it is on its way, and nobody any more when it was forgotten', async () => {
    const { ask } = await hotline();
    const empty = memoryRecordings();
    for (const [days, code] of [
      [0, 'recording-not-there-yet'],
      [14, 'recording-not-there-yet'],
      [15, 'recording-none'],
      [800, 'recording-none'],
    ] as const) {
      expect(await ask('agent', plusMinutes(MONDAY_AT_TEN, days * DAY), empty)).toBe(code);
    }
    expect(await ask('agent', plusMinutes(MONDAY_AT_TEN, 800 * DAY))).toMatchObject({ url: LINK.url });
  });
});
