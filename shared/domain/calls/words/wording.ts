import { areaSaid, nameIn, townsOnPage } from '#domain/calls/areas.ts';
import { isDecided } from '#domain/calls/matter-of-call.ts';
import { type OwnTicket, ownOffered } from '#domain/calls/own-tickets.ts';
import { otherLanguage, sayDigits, sayNumber } from '#domain/calls/spoken-number.ts';
import type { Notice, State } from '#domain/calls/state.ts';
import type { Utterance } from '#domain/calls/utterance.ts';
import { emergencyNumberFor } from '#domain/district/danger/danger-note.ts';
import type { District } from '#domain/district/district.ts';
import { areaIn } from '#domain/district/places/place-in.ts';
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
/** The same without a pause behind it. */
const slowlyToEnd = (groups: string[]): Utterance[] => slowly(groups).slice(0, -1);

/** What words are made of. */
export interface Telling {
  state: State;
  district: District;
  words: Catalogue;
}

/** The end of a number is enough to know it by, and tells a stranger who picks up nothing. */
const TAIL = 5;

/** An own ticket by its category and its day. The names of categories are words of the district's language. */
const ownSaid = (
  { category, openedAt, recent }: Pick<OwnTicket, 'category' | 'openedAt' | 'recent'>,
  { language }: State,
  { categories, utcOffset, ...district }: District,
) => {
  const { month, day } = timeOf(openedAt, utcOffset);
  const name = language === district.language ? categories.find(({ id }) => id === category)?.name : undefined;
  return { category: name ?? '', opened: { month: recent ? undefined : month, day } };
};

/** What is said before the question. */
export const noticeSaid = (notice: Notice, { state, district, words }: Telling): Utterance[] => {
  const { hotline, utcOffset } = district;
  const who = { district: nameIn(state.language, district, district), hotline: sayDigits(hotline, state.language) };
  switch (notice.notice) {
    case 'welcome': {
      const other = otherLanguage(state.language);
      const inOther = { text: catalogueOf(other).inThisLanguage, language: other };
      return [words.hello(who), inOther];
    }
    case 'no-agent': {
      const { agents } = district.phone;
      const hours = agents.hours.map(({ from, to }) => words.fromTo(from, to));
      const rings = state.reachable && !isDecided(state);
      return [words.noAgent({ everyDay: agents.days === 'every-day', hours, rings })];
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
    case 'own': {
      const { state: of, due, ...ticket } = notice.ticket;
      const dueOn = due && timeOf(due.at, utcOffset);
      return [words.own.told({ ...ownSaid(ticket, state, district), state: words.states[of], due: dueOn })];
    }
    default:
      return [words.notices[notice.notice]];
  }
};

/** Where it is, unless the matter that is read back says exactly that, and no other area. */
const whereSaid = ({ language, area = '', place = '', matter = '' }: State, district: District, words: Catalogue): string => {
  const names = areaSaid(language, district, area);
  const exactly = words.where([...names.slice(-1), ...(place === '' ? [] : [place])]);
  const told = beginningOf(matter, READ_BACK);
  const isSaid =
    names.length > 0 && (told.includes(exactly) || (place !== '' && place.includes(names.at(-1) ?? '') && told.includes(place)));
  if (isSaid && areaIn(district, told) === area) return '';
  return words.where([...names.filter((name) => !place.includes(name)), ...(place === '' ? [] : [place])]);
};

/** The question itself, with its keys. */
export const asked = ({ state, district, words }: Telling): string => {
  const { question, agents, areaPage, misses, notices, language, area = '', matter = '', guesses = [] } = state;
  const { confidential, anonymous } = state;
  const repeats = notices.some(({ notice }) => notice === 'welcome' || notice === 'call-back');
  switch (question) {
    case 'greeting':
      return words.agentsFirst;
    case 'agent':
      return words.connecting;
    case 'matter':
      return words.askMatter;
    case 'area': {
      // The list is long: it is for who has not said it.
      if (misses === 0 && areaPage === 0) return words.askWhere;
      const { towns, more } = townsOnPage(district, areaPage);
      return words.askArea({ choices: towns.map((town) => nameIn(language, town, district)), more });
    }
    case 'which-area':
      return words.askWhichArea({ choices: guesses.map((one) => words.where(areaSaid(language, district, one))) });
    case 'place': {
      const names = areaSaid(language, district, area);
      return words.askPlace({ area: names.some((name) => matter.includes(name)) ? '' : words.where(names) });
    }
    case 'record':
      return words.askRecording;
    case 'confirm':
      return words.confirm({
        kind: words.kinds[state.kind ?? understandMatter(district, matter).kind.id],
        matter: beginningOf(matter, READ_BACK),
        where: whereSaid(state, district, words),
        secrecy: confidential ? 'confidential' : anonymous ? 'anonymous' : undefined,
      });
    case 'drop':
      return words.askDrop;
    case 'look-up':
      return words.askNumber;
    case 'own':
      return words.own.ask({ tickets: ownOffered(state).tickets.map((ticket) => ownSaid(ticket, state, district)) });
    case 'rate':
      return words.askNumberToRate;
    case 'solved':
      return words.askSolved({ repeats });
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
      return words.menu({ agents, repeats });
  }
};

/** The number of a ticket, slowly, and twice where no text follows: most write it down. */
export const filedSaid = ({ state, words }: Telling, number: string | undefined): Utterance[] => {
  const hidden = state.anonymous ? [words.anonymous] : [];
  const sealed = state.confidential ? [words.confidential] : hidden;
  if (number === undefined) return [...sealed, words.addedToEarlier];
  const groups = slowlyToEnd(sayNumber(number, state.language));
  const isTexted = state.texts && !state.confidential;
  return [...sealed, words.numberIs, ...groups, ...(isTexted ? [words.numberBySms] : [words.numberAgain, ...groups])];
};
