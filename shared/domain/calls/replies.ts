import type { District } from '#domain/district/district.ts';
import { categoryIn } from '#domain/district/sort-matter.ts';
import type { TicketState } from '#domain/tickets/states.ts';
import { commandIn } from './commands-said.ts';
import { afterConfirming, afterDropping } from './confirming.ts';
import { afterAsking } from './danger-in-call.ts';
import { answerDuty } from './duty-call.ts';
import { awaitsRating } from './found-ticket.ts';
import { goOn, goTo, isSilent, missed, notUnderstood, tellMore } from './moves.ts';
import { atGreeting, leaving, takeMatter, tellMatter } from './open-intake.ts';
import { chooseOwn, tellFound } from './own-look-up.ts';
import { afterSolved, afterStars } from './rating-told.ts';
import { asWished } from './secrecy.ts';
import { digitsHeard } from './spoken-number.ts';
import type { Answer, Notice, Question, State } from './state.ts';
import { afterWhereabouts } from './whereabouts.ts';
import { afterWhichArea, takeArea, takePlace } from './which-place.ts';
import { catalogueOf } from './words/catalogues.ts';

/** So few digits are no try at a number: 三号楼没水了. */
const TRY_AT_A_NUMBER = 6;

/** An answer to a ticket's number that names none: that it is not known, or a matter. Undefined for a try at a number. */
const withoutNumber = (state: State, { speech }: Answer, district: District): State | undefined => {
  if (speech === undefined || digitsHeard(speech).length >= TRY_AT_A_NUMBER) return undefined;
  const { heard } = catalogueOf(state.language);
  if (commandIn([heard.noNumber], heard, speech) !== undefined) {
    const goes = state.matter === undefined ? goTo(state, 'menu') : goOn(state);
    return { ...goes, notices: [{ notice: 'no-number' }] };
  }
  return categoryIn(district, speech).words.length === 0 ? undefined : goOn(tellMatter(state, speech, district));
};

const lookUp = (state: State, answer: Answer, _choice: string | undefined, district: District): State => {
  const { found, due, provisional, number, mayRate } = answer;
  if (found === undefined)
    return (
      leaving(state, answer) ?? withoutNumber(state, answer, district) ?? missed(state, isSilent(answer) ? 'silent' : 'mistyped')
    );
  if (found === 'unknown') return missed(state, 'unknown');
  if (state.question === 'rate' && awaitsRating(answer)) {
    return mayRate === 'yes' ? { ...goTo(state, 'solved'), rates: number } : goTo(state, 'menu', { notice: 'not-yours' });
  }
  const told: Notice = { notice: 'found', state: found as TicketState, due, provisional: provisional === 'yes' };
  return tellFound(state, told);
};

/** The answer to which of the own tickets it is; a number that was said instead was looked up. */
const takeOwn = (state: State, answer: Answer, choice: string | undefined, district: District): State => {
  if (answer.found !== undefined) return lookUp(state, answer, choice, district);
  const chosen = chooseOwn(state, answer, choice, district);
  return chosen ?? leaving(state, answer) ?? withoutNumber(state, answer, district) ?? notUnderstood(state, answer);
};

const afterAgent = (state: State, { dial }: Answer): State => {
  if (dial === 'completed') return { ...goTo(state, 'over'), served: true, spoke: true };
  // What was told before goes on; nobody tells it twice.
  const goesOn = state.back === 'menu' && state.matter !== undefined ? goOn(state) : goTo(state, state.back);
  // Somebody may have spoken with them: nobody is lost for a word that is new to us, and who is still there goes on.
  if (dial === 'unknown') return { ...goesOn, served: true };
  return { ...goesOn, notices: [{ notice: 'agents-busy' }], agentMissed: true };
};

type Reply = (state: State, answer: Answer, choice: string | undefined, district: District) => State;

/** What an answer to each question leads to, once danger, repeating and asking for a person are dealt with. */
export const replies: Record<Question, Reply> = {
  greeting: atGreeting,
  menu: takeMatter,
  agent: afterAgent,
  emergency: (state, { dial }) => {
    if (dial === 'completed') return { ...goTo(state, 'over'), served: true, spoke: true };
    return goTo(state, state.agents ? 'agent' : 'whereabouts');
  },
  matter: takeMatter,
  area: takeArea,
  'which-area': afterWhichArea,
  place: takePlace,
  confirm: afterConfirming,
  drop: afterDropping,
  record: (state, { recording, speech }, _choice, district) => {
    if (recording === undefined) return missed(state, 'not-recorded');
    const known: State = state.stale ? { ...state, matter: undefined, earlier: undefined, stale: undefined } : state;
    const told = speech === undefined ? known : tellMore(known, speech, district);
    return goTo(asWished(told), 'filed', { notice: 'message-taken' });
  },
  'look-up': lookUp,
  own: takeOwn,
  rate: lookUp,
  solved: afterSolved,
  stars: afterStars,
  whereabouts: (state, answer, _choice, district) => afterWhereabouts(state, answer, district),
  'in-danger': afterAsking,
  filed: (state) => goTo(state, 'over'),
  rated: (state) => goTo(state, 'over'),
  duty: answerDuty,
  'duty-taken': (state) => goTo(state, 'over'),
  over: (state) => state,
};
