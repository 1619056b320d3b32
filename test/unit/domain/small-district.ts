import type { District } from '#domain/district/district.ts';

/** A district that fits on a page, with the real working days of 2026 (State Council notice of 2025-11-04). */
export const smallDistrict: District = {
  id: 'small',
  letters: 'LZ',
  name: 'Small',
  hotline: '81890',
  telephone: { country: 'CN', areaCode: '533', invented: '+8610000000xxx' },
  language: 'en',
  utcOffset: '+08:00',
  satisfiedFromStars: 4,
  calendar: {
    hours: [
      { from: '08:30', to: '12:00' },
      { from: '13:30', to: '17:30' },
    ],
    coveredYears: { first: 2026, last: 2026 },
    holidays: [
      ...['2026-01-01', '2026-01-02'], // New Year
      ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23'], // Spring Festival
      ...['2026-04-06'], // Tomb-sweeping Day
      ...['2026-05-01', '2026-05-04', '2026-05-05'], // Labour Day
      ...['2026-06-19'], // Dragon Boat Festival
      ...['2026-09-25'], // Mid-autumn Festival
      ...['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'], // National Day
    ],
    makeUpDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
  areas: [
    { id: 'small', name: 'Small', level: 'district' },
    { id: 'north', name: 'North Town', level: 'town', parent: 'small', alsoCalled: ['the north'] },
    { id: 'south', name: 'South Town', level: 'town', parent: 'small' },
    { id: 'lake', name: 'Lake Community', level: 'community', parent: 'north' },
    { id: 'lake-1', name: 'Lake Grid 1', level: 'grid', parent: 'lake' },
  ],
  categories: [
    { id: 'general', name: 'General' },
    { id: 'water', name: 'Water', keywords: ['water'] },
    { id: 'water-leak', name: 'Leaks', parent: 'water', keywords: ['leak', 'burst pipe'] },
    { id: 'heating', name: 'Heating', keywords: ['heating'] },
    { id: 'heating-cold', name: 'Cold rooms', parent: 'heating', keywords: ['cold'] },
    { id: 'noise', name: 'Noise', keywords: ['noise', 'loud'] },
  ],
  generalCategory: 'general',
  departments: [
    {
      id: 'waterworks',
      name: 'Waterworks',
      units: [
        { id: 'water-town', name: 'Town', areas: ['small'] },
        { id: 'water-north', name: 'North', areas: ['north'] },
        { id: 'water-lake', name: 'Lake', areas: ['lake'] },
      ],
    },
    { id: 'heatworks', name: 'Heatworks', units: [{ id: 'heat-all', name: 'All', areas: ['small'] }] },
    {
      id: 'centre',
      name: 'Service Centre',
      units: [
        { id: 'desk', name: 'Desk', areas: ['small'] },
        { id: 'desk-south', name: 'Desk South', areas: ['south'] },
      ],
    },
  ],
  routing: [
    { id: 'water-lawsuits', when: { categories: ['water'], kinds: ['whistleblowing'] }, department: 'centre' },
    { id: 'leaks-at-the-lake', when: { categories: ['water-leak'], areas: ['lake'] }, department: 'heatworks' },
    { id: 'water', when: { categories: ['water'] }, department: 'waterworks' },
    { id: 'heating', when: { categories: ['heating'] }, department: 'heatworks' },
    { id: 'rest', when: {}, department: 'centre' },
  ],
  limits: {
    accept: { workingHours: 2 },
    handle: {
      default: { workingDays: 5 },
      byKind: { inquiry: { workingDays: 1 }, complaint: { workingDays: 10 }, service: { workingHours: 9 } },
      byCategory: { heating: { workingDays: 2 } },
    },
    urgent: { acceptMinutes: 15, handleMinutes: 120, escalateAfterMinutes: 30 },
    escalateAfterWorkingDays: 2,
  },
  phone: {
    agents: { days: 'every-day', hours: [{ from: '08:00', to: '20:00' }] },
    callBackOnceWithinMinutes: 120,
    askReporter: { tries: 3, everyWorkingMinutes: 120 },
  },
  danger: {
    otherwise: 'fire',
    dangers: [
      { id: 'fire', emergencyNumber: '119', words: ['on fire', 'smoke'] },
      { id: 'injury', emergencyNumber: '120', words: ['bleeding'] },
    ],
  },
  duty: { minutesBetweenSteps: 5, departments: {}, district: [] },
};
