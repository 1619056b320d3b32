import { areaSaid, nameIn, townsOnPage } from '#domain/calls/areas.ts';
import { otherLanguage, sayDigits, sayNumber } from '#domain/calls/spoken-number.ts';
import type { Notice, State } from '#domain/calls/state.ts';
import type { Utterance } from '#domain/calls/utterance.ts';
import { emergencyNumberFor } from '#domain/district/danger/danger-note.ts';
import type { District } from '#domain/district/district.ts';
import { understandMatter } from '#domain/district/sorting/understand-matter.ts';
import { localTime, offsetMinutes } from '#domain/instant.ts';
import { beginningOf } from '#domain/text/beginning.ts';
import type { Catalogue } from './catalogue.ts';
import { catalogueOf } from './catalogues.ts';

/** Whom a caller in this danger is to ring. */
export const emergencyNumberOf = ({ danger }: State, district: District): string => emergencyNumberFor(district, danger);

/** So much of a matter is read back: more can't be kept in mind. */
const READ_BACK = { signs: 60 };

const timeOf = (at: string, utcOffset: string) => {
  const { day, minute } = localTime(at, offsetMinutes(utcOffset));
  const [, month = 0, date = 0] = day.split('-').map(Number);
  return { month, day: date, hour: Math.floor(minute / 60), minute: Math.floor(minute % 60) };
};

const slowly = (groups: string[]): Utterance[] => groups.flatMap((group) => [group, { pause: 1 }]);

/** What words are made of. */
export interface Telling {
  state: State;
  district: District;
  words: Catalogue;
}

/** The end of a number is enough to know it by, and tells a stranger who picks up nothing. */
const TAIL = 5;

/** What is said before the question. */
export const noticeSaid = (notice: Notice, { state, district, words }: Telling): Utterance[] => {
  const { hotline, utcOffset } = district;
  const who = { district: nameIn(state.language, district, district), hotline: sayDigits(hotline, state.language) };
  switch (notice.notice) {
    case 'welcome': {
      const other = otherLanguage(state.language);
      const inOther = { text: catalogueOf(other).inThisLanguage, language: other };
      return [words.hello(who), ...(state.question === 'greeting' ? [] : [words.selfService]), inOther];
    }
    case 'call-back':
      return [words.callBack({ ...who, tail: sayDigits((state.rates ?? '').slice(-TAIL), state.language) })];
    case 'duty': {
      const { number, area, place, matter, more } = notice;
      const parts = [...areaSaid(state.language, district, area), ...(place ? [place] : [])];
      const where = parts.length === 0 ? who.district : words.where(parts);
      const ended = matter?.replace(/[。．.]+$/u, '');
      const others = more > 0 ? [words.dutyMore({ more })] : [];
      const about = [words.dutyMatter({ where, matter: ended }), ...others];
      return [words.dutyCall(who), ...slowly(sayNumber(number, state.language)), ...about];
    }
    case 'duty-over':
      return [words.dutyOver[notice.why](notice.by ?? '')];
    case 'danger':
      return [words.danger({ emergencyNumber: sayDigits(notice.emergencyNumber, state.language) })];
    case 'found': {
      const due = notice.due === undefined ? undefined : timeOf(notice.due, utcOffset);
      return [words.found({ state: notice.state, due, provisional: notice.provisional })];
    }
    default:
      return [words.notices[notice.notice]];
  }
};

/** The question itself, with its keys. */
export const asked = ({ state, district, words }: Telling): string => {
  const { question, agents, areaPage, language, area = '', guesses = [], place = '' } = state;
  switch (question) {
    case 'greeting':
      return words.agentsFirst;
    case 'agent':
      return words.connecting;
    case 'matter':
      return words.askMatter;
    case 'area': {
      const { towns, more } = townsOnPage(district, areaPage);
      return words.askArea({ choices: towns.map((town) => nameIn(language, town, district)), more });
    }
    case 'which-area':
      return words.askWhichArea({ choices: guesses.map((one) => words.where(areaSaid(language, district, one))) });
    case 'place':
      return words.askPlace({ area: words.where(areaSaid(language, district, area)) || nameIn(language, district, district) });
    case 'record':
      return words.askRecording;
    case 'confirm':
      return words.confirm({
        kind: words.kinds[state.kind ?? understandMatter(district, state.matter ?? '').kind.id],
        matter: beginningOf(state.matter ?? '', READ_BACK),
        where: words.where([...areaSaid(language, district, area), ...(place === '' ? [] : [place])]),
      });
    case 'drop':
      return words.askDrop;
    case 'look-up':
      return words.askNumber;
    case 'rate':
      return words.askNumberToRate;
    case 'solved':
      return words.askSolved;
    case 'stars':
      return words.askStars;
    case 'rated':
      return words.rated;
    case 'duty':
      return words.askDuty;
    case 'duty-taken':
      return words.dutyTaken;
    case 'emergency':
      return words.transferring({ emergencyNumber: sayDigits(emergencyNumberOf(state, district), state.language) });
    case 'whereabouts':
      return words.askWhereabouts;
    case 'in-danger':
      return words.askDanger;
    case 'over':
      return words.goodbye;
    default:
      return words.menu({ agents });
  }
};

/** The number of a ticket, twice and slowly: most write it down. */
export const filedSaid = ({ state, words }: Telling, number: string | undefined): Utterance[] => {
  const hidden = state.anonymous ? [words.anonymous] : [];
  const sealed = state.confidential ? [words.confidential] : hidden;
  if (number === undefined) return [...sealed, words.addedToEarlier, words.repeatIt];
  const groups = slowly(sayNumber(number, state.language));
  const texted = state.texts && !state.confidential ? [words.numberBySms] : [];
  return [...sealed, words.numberIs, ...groups, words.numberAgain, ...groups, ...texted, words.repeatIt];
};
