import { fold } from '#domain/calls/conversation.ts';
import type { Answer, State } from '#domain/calls/state.ts';
import { stepOf } from '#domain/calls/step.ts';
import type { District } from '#domain/district/district.ts';
import { readDistrict } from '#infra/district/read-district.ts';

/** The district of these calls. */
export const { district: linzi } = readDistrict('config/linzi');
/** The languages that its telephone speaks. */
export const LANGUAGES = ['zh', 'en'] as const;

const turnsOf = (answers: readonly Answer[]) => answers.map((one) => ({ answer: one }));
/** Where a call is after these answers, the first of which says how it began. */
export const call = (answers: readonly Answer[], district: District = linzi): State => fold(turnsOf(answers), district);
/** All words that the caller hears in that state. */
export const heard = (state: State, district: District = linzi): string =>
  stepOf(state, district, 'LZ261123048217')
    .say.map((one) => (typeof one === 'string' ? one : 'text' in one ? one.text : ''))
    .join('');

/** How a call begins at night, when nobody is at the desk. */
export const NIGHT = { agents: 'no', reachable: 'yes', transfers: 'no', texts: 'no' };
/** How a call begins in the hours of the desk. */
export const DAY = { ...NIGHT, agents: 'yes' };
/** What most callers want. */
export const MATTER = { speech: '我家水管爆了' };
