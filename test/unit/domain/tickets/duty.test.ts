import { describe, expect, it } from 'vitest';
import { dutyLadder } from '#domain/district/duty-ladder.ts';
import { dutyBrief } from '#domain/tickets/duty.ts';
import { opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

const brief = (matter: string, confidential = false) => dutyBrief(opening({ matter, confidential }).ticket).matter;

describe('what who is on duty is told', () => {
  it.each([
    ['楼道着火了！快来人。三楼', '楼道着火了！'],
    ['A pipe of 3.5 inches burst. It runs down the stairs', 'A pipe of 3.5 inches burst.'],
    ['着火了\n在三楼', '着火了'],
    ['没有标点', '没有标点'],
    ['长'.repeat(200), '长'.repeat(60)],
  ])('is one sentence: %s', (matter, sentence) => expect(brief(matter)).toBe(sentence));

  it('is nothing of a confidential matter', () => expect(brief('楼道着火了', true)).toBeUndefined());
});

describe('who has duty', () => {
  const night = { name: 'Night', phone: '+8610000000301', from: '17:30', to: '08:30' };
  const day = { name: 'Day', phone: '+8610000000302', from: '08:30', to: '17:30' };
  const always = { name: 'Always', phone: '+8610000000303' };
  const duty = { minutesBetweenSteps: 5, departments: { waterworks: [night, day] }, district: [always] };
  const at = (time: string) =>
    dutyLadder({ ...smallDistrict, duty }, 'waterworks', new Date(`2026-11-29T${time}:00+08:00`).toISOString());

  it.each([
    ['00:00', 'Night'],
    ['08:29', 'Night'],
    ['08:30', 'Day'],
    ['17:29', 'Day'],
    ['17:30', 'Night'],
  ])('at %s is %s, and then the district', (time, name) => {
    expect(at(time).map((one) => one.name)).toEqual([name, 'Always']);
  });
});
