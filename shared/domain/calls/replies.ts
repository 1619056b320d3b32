import type { District } from '#domain/district/district.ts';
import { areaIn, categoryIn } from '#domain/district/sort-matter.ts';
import type { TicketState } from '#domain/tickets/states.ts';
import { kindSaid } from './choices.ts';
import { afterConfirming, afterDropping } from './confirming.ts';
import { afterAsking } from './danger-in-call.ts';
import { answerDuty } from './duty-call.ts';
import { placeOf } from './fitting.ts';
import { awaitsRating } from './found-ticket.ts';
import { goOn, goTo, isSilent, missed, notUnderstood, tell, toAgent } from './moves.ts';
import { asWished } from './secrecy.ts';
import type { Answer, Notice, Question, State } from './state.ts';
import { afterWhereabouts } from './whereabouts.ts';
import { yesOrNoOf } from './yes-or-no.ts';

const menu = (state: State, answer: Answer, choice: string | undefined, district: District): State => {
  if (choice === 'report') return goOn(state);
  if (choice === 'look-up' || choice === 'rate') return goTo(state, choice);
  const { speech } = answer;
  if (speech === undefined) return isSilent(answer) && state.served ? goTo(state, 'over') : notUnderstood(state, answer);
  // Who tells their matter right away need not tell it again.
  if (categoryIn(district, speech).words.length > 0) return goOn(tell(state, speech, district));
  const kind = kindSaid(speech, state.language);
  return kind === undefined ? missed(state, 'wrong') : goOn({ ...state, kind });
};

const lookUp = (state: State, answer: Answer): State => {
  const { found, due, provisional, number, mayRate } = answer;
  if (found === undefined) return missed(state, isSilent(answer) ? 'silent' : 'mistyped');
  if (found === 'unknown') return missed(state, 'unknown');
  if (state.question === 'rate' && awaitsRating(answer)) {
    return mayRate === 'yes' ? { ...goTo(state, 'solved'), rates: number } : goTo(state, 'menu', { notice: 'not-yours' });
  }
  const told: Notice = { notice: 'found', state: found as TicketState, due, provisional: provisional === 'yes' };
  return { ...goTo(state, 'menu', told), served: true };
};

const afterAgent = (state: State, { dial }: Answer): State => {
  if (dial === 'completed') return { ...goTo(state, 'over'), served: true };
  // Somebody may have spoken with them: nobody is lost for a word that is new to us, and who is still there goes on.
  if (dial === 'unknown') return { ...goTo(state, state.back), served: true };
  return { ...goTo(state, state.back, { notice: 'agents-busy' }), agentMissed: true };
};

type Reply = (state: State, answer: Answer, choice: string | undefined, district: District) => State;

/** What an answer to each question leads to, once danger, repeating and asking for a person are dealt with. */
export const replies: Record<Question, Reply> = {
  // Whoever waits, or says what we do not understand, wants a person.
  greeting: (state, answer, choice, district) => {
    if (choice === 'self-service') return goTo(state, 'menu');
    return choice === undefined && answer.digits === undefined ? toAgent(state) : menu(state, answer, choice, district);
  },
  menu,
  agent: afterAgent,
  emergency: (state, { dial }) => {
    if (dial === 'completed') return { ...goTo(state, 'over'), served: true };
    return goTo(state, state.agents ? 'agent' : 'whereabouts');
  },
  matter: (state, answer, _choice, district) =>
    answer.speech === undefined ? notUnderstood(state, answer) : goOn(tell(state, answer.speech, district)),
  area: (state, answer, choice, district) => {
    if (choice === 'more') return { ...state, areaPage: state.areaPage + 1, misses: 0 };
    const area = choice ?? (answer.speech === undefined ? undefined : areaIn(district, answer.speech));
    return area === undefined ? notUnderstood(state, answer) : goOn({ ...state, area });
  },
  place: (state, answer, choice) => {
    if (choice === 'skip') return goOn({ ...state, place: '' });
    const { speech } = answer;
    return speech === undefined ? notUnderstood(state, answer) : goOn({ ...state, place: placeOf(speech) });
  },
  confirm: afterConfirming,
  drop: afterDropping,
  record: (state, { recording, speech }, _choice, district) => {
    if (recording === undefined) return missed(state, 'not-recorded');
    const told = speech === undefined || state.matter !== undefined ? state : tell(state, speech, district);
    return goTo(asWished(told), 'filed', { notice: 'message-taken' });
  },
  'look-up': lookUp,
  rate: lookUp,
  solved: (state, answer, choice) =>
    choice === undefined
      ? notUnderstood(state, answer)
      : goTo({ ...state, solved: choice === 'yes', comment: yesOrNoOf(state, answer).more }, 'stars'),
  stars: (state, answer, choice) =>
    choice === undefined ? notUnderstood(state, answer) : goTo({ ...state, stars: Number(choice) }, 'rated'),
  whereabouts: (state, answer, _choice, district) => afterWhereabouts(state, answer, district),
  'in-danger': afterAsking,
  filed: (state) => goTo(state, 'over'),
  rated: (state) => goTo(state, 'over'),
  duty: answerDuty,
  'duty-taken': (state) => goTo(state, 'over'),
  over: (state) => state,
};
