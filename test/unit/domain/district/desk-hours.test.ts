import { describe, expect, it } from 'vitest';
import { longestClosedMinutes } from '#domain/district/desk-hours.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

const closed = (days: 'every-day' | 'working-days', ...hours: { from: string; to: string }[]): number =>
  longestClosedMinutes({ ...smallDistrict, phone: { ...smallDistrict.phone, agents: { days, hours } } });

describe('how long the desk is closed at most', () => {
  it('is a night, where it is open every day', () => {
    expect(closed('every-day', { from: '08:00', to: '20:00' })).toBe(12 * 60);
    expect(closed('every-day', { from: '14:00', to: '22:00' }, { from: '06:00', to: '12:00' })).toBe(8 * 60);
  });

  it('is nothing, where it never closes', () => expect(closed('every-day', { from: '00:00', to: '24:00' })).toBe(0));

  it('is the Spring Festival, where it is open on working days: from a Saturday that is worked to the Tuesday after the next', () => {
    expect(closed('working-days', { from: '09:00', to: '17:00' })).toBe((9 * 24 + 16) * 60);
  });
});
