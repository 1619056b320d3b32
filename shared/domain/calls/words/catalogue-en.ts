import type { TicketState } from '#domain/tickets/states.ts';
import type { Catalogue } from './catalogue.ts';
import { EMERGENCY_EN } from './emergency-words.ts';
import { HURRY_EN } from './hurry-words.ts';
import { meaning } from './meaning.ts';
import { MONTHS_EN, OWN_EN } from './own-words.ts';
import { PERSON_SAID_EN } from './person-words.ts';
import { RETELL_EN } from './retell-words.ts';
import { SECRECY_EN } from './secrecy-words.ts';
import { STARS_ALONE_EN, STARS_EN } from './stars-words.ts';
import { TOLD_EN } from './told-words.ts';
import { CANCEL, CONFIRM, DANGER, DROP, FALSE_ALARM, FILLERS, SOLVED } from './yes-no-en.ts';

const STATES = {
  received: 'was taken in and is being passed on',
  dispatched: 'is with the department, which has yet to accept it',
  accepted: 'is being worked on',
  returned: 'is being passed to another department',
  resolved: 'is resolved and waits for your rating',
  closed: 'is closed',
  withdrawn: 'was withdrawn',
} satisfies Record<TicketState, string>;

/** English: short sentences, what it is for first, the key last. */
export const english: Catalogue = {
  hello: ({ district, hotline }) => `Hello, this is the ${district} hotline, ${hotline}. Calls are recorded.`,
  agentsFirst:
    'I am putting you through to a person; you may say already what it is. For self-service press 1, to hear this again press 9.',
  menu: ({ agents, repeats }) =>
    `To look up a ticket press 2${agents ? ', for a person press 0' : ''}, ${repeats ? 'to hear this again press 9' : 'to rate one press 3'}. What is the matter, and where?`,
  inThisLanguage: 'For English press 8.',
  connecting: 'I am putting you through, please hold.',
  askMatter: 'Please say what the matter is, and where.',
  askWhere: 'Where is it? Please say the town, and the village or the street.',
  askArea: ({ choices, more }) =>
    `Please say which town it is in, or press a key: ${choices.map((name, n) => `${name} ${n + 1}`).join(', ')}${more ? `, another ${choices.length + 1}` : ''}.`,
  askWhichArea: ({ choices: [first = '', ...others] }) =>
    others.length === 0
      ? `Do you mean ${first}? If so press 1, if not press 2.`
      : `Which one do you mean? ${[first, ...others].map((name, n) => `${name}: ${n + 1}`).join(', ')}, another place: ${others.length + 2}.`,
  where: (parts) => parts.toReversed().join(', '),
  askPlace: ({ area }) => `${area && `${area}. `}Please say where exactly. If you can't say press 2.`,
  askRecording: 'Please leave a message after the tone: what the matter is and where. Press the hash key when done.',
  confirm: ({ kind, matter, where, secrecy }) => {
    const told = `I understood, ${kind}: ${matter}. ${where && `Where: ${where}. `}`;
    const keys = 'If that is right press 1, to say it again press 2';
    if (secrecy !== undefined)
      return `${told}${secrecy === 'confidential' ? 'It is kept confidential' : 'Your name stays hidden'}. ${keys}.`;
    return `${told}${keys}, to keep your name confidential press 3.`;
  },
  askDrop: 'Shall I cancel it? To cancel press 1, to keep it press 2.',
  askNumber: 'Please key in the twelve or more digits of your ticket number and then the hash key, or say them.',
  askNumberToRate:
    'Please key in the twelve or more digits of the ticket that you want to rate and then the hash key, or say them.',
  callBack: ({ district, hotline, tail }) =>
    `Hello, this is the ${district} hotline, ${hotline}. Your ticket that ends with ${tail} is resolved.`,
  askSolved: ({ repeats }) => `If the problem is solved press 1, if not press 2${repeats ? ', to hear this again press 9' : ''}.`,
  askStars: 'Please rate us: very satisfied 5, satisfied 4, fairly 3, dissatisfied 2, very dissatisfied 1.',
  rated: 'Your rating is noted. Thank you, goodbye.',
  dutyCall: ({ district, hotline }) =>
    `Hello, this is the ${district} hotline, ${hotline}, for the person on duty. Somebody is needed now. The ticket number is:`,
  dutyMatter: ({ where, matter }) =>
    `Where: ${where}. ${matter === undefined ? 'The matter is confidential, please look it up' : `The matter: ${matter}`}.`,
  dutyMore: ({ more }) =>
    `And ${more} more that ${more === 1 ? 'waits' : 'wait'}: please look in the system. If you press 1 you take all of them.`,
  askDuty: 'If you take it press 1, to hear this again press 9.',
  dutyTaken: 'You have it, thank you. Please act at once, and accept the ticket in the system. Goodbye.',
  dutyOver: {
    yours: () => 'You have this already, thank you.',
    taken: (by) => `Somebody has this already: ${by}. You need do nothing.`,
    accepted: () => 'Its department has accepted this, you need do nothing.',
    withdrawn: () => 'The person who reported this has withdrawn it, you need do nothing.',
    closed: () => 'This is closed, you need do nothing.',
    over: () => 'This needs nothing from you any more.',
  },
  transferring: ({ emergencyNumber }) => `I am putting you through to ${emergencyNumber}, please hold the line.`,
  askWhereabouts: 'Please say where you are now.',
  askDanger: 'Is anybody in danger? Say yes, or press 1; say no, or press 2.',
  addedToEarlier: 'It is kept: it was added to a ticket that was opened from this number today, and somebody will deal with it.',
  numberIs: 'It is registered. Your ticket number is:',
  confidential: 'It is kept confidential.',
  anonymous: 'Your name and number stay hidden.',
  numberAgain: 'Once more:',
  numberBySms: 'You will get the number by text message too.',
  goodbye: 'Thank you for calling. Goodbye.',
  oneMoment: 'Sorry, one moment please.',
  leaveMessageNow:
    'Sorry, we are having trouble. Please leave a message after the tone: what the matter is and where. Press the hash key when done.',
  messageKept: 'Your message was taken, and will be seen to as soon as possible. Goodbye.',
  outOfOrder: 'Sorry, the hotline can not do this at the moment. Please call again a little later. Goodbye.',
  stillWaiting: 'Everybody at the desk is busy, please hold.',
  notices: {
    silent: 'I did not hear an answer.',
    wrong: 'Sorry, I did not understand that.',
    'go-ahead': 'Please go ahead.',
    'is-machine': 'I am a machine; a person will see what you say.',
    'no-number': 'Without the number you may say what it is, or ask a person in the hours of the desk.',
    'nothing-filed': 'All right, nothing was registered.',
    'agents-busy': 'Everybody at the desk is busy.',
    mistyped: 'A digit of that number must be wrong, please check it.',
    unknown: 'There is no ticket with that number.',
    'not-yours': 'Please rate it from the telephone that you called from then, or ask for a person.',
    'leave-message': 'Never mind, simply leave a message.',
    'not-recorded': 'I did not hear a message.',
    'message-taken': 'Your message was taken.',
    'not-danger': 'I take it as an ordinary matter. If anybody is in danger, say so at once.',
    dropped: 'It is cancelled, and nothing was registered.',
    'not-dropped': 'Somebody may be in danger, so we register it.',
    changed: 'I changed that.',
    'kept-secret': 'It will be kept confidential.',
    'taken-as-said': 'I take it as you said it.',
    added: 'I added that.',
    'own-life': 'You are not alone. You can call 1 2 3 5 6, the line for psychological aid, or 1 2 0: somebody will listen.',
    'will-call-back': 'I did not hear a message; we will call you back.',
  },
  fromTo: (from, to) => `from ${from} to ${to}`,
  noAgent: ({ everyDay, hours, rings }) =>
    `Nobody is at the desk now; ${everyDay ? 'every day' : 'on working days'} ${hours.join(' and ')} somebody is. ${rings ? 'You may say what it is; or hang up, and we will call you back then.' : 'Please say what it is.'}`,
  danger: ({ emergencyNumber }) =>
    `If anybody is in danger, hang up now and call ${emergencyNumber}. We have registered this as urgent.`,
  found: ({ state, due, provisional }) => {
    if (!due) return `Your ticket ${STATES[state]}.`;
    const { month, day, hour, minute } = due;
    const time = `${MONTHS_EN[month - 1]} ${day}, ${hour}:${String(minute).padStart(2, '0')}`;
    return `Your ticket ${STATES[state]}. It is due by ${time}${provisional ? ', provisionally' : ''}.`;
  },
  states: STATES,
  own: OWN_EN,
  kinds: {
    inquiry: 'a question',
    help: 'a request for help',
    complaint: 'a complaint',
    suggestion: 'a suggestion',
    whistleblowing: 'a report of wrongdoing',
    service: 'an order of a service',
    dispute: 'a dispute',
  },
  matters: {
    recorded: '(recording)',
    nothingSaid: '(the caller left no message: please call back)',
    takenBack: 'The caller said that nobody is in danger',
    saidAgain: 'The caller said again that somebody is in danger',
    saidSolved: 'When rated: it is solved; no stars were given',
    saidUnsolved: 'When rated: it is not solved; no stars were given',
    saidLater: 'The caller said so later',
    cutOff: '(called while the system failed: please listen to the recording or call back)',
  },
  heard: {
    ...TOLD_EN,
    anywhere: [
      ...meaning(
        'agent',
        'agent|an agent please|speak to a person|speak to someone|real person|talk to a person|talk to someone|talk to somebody|operator',
      ),
      ...meaning('repeat', 'what did you say|what was that|say that again|repeat|pardon'),
      ...meaning('language', '普通话|中文'),
    ],
    greeting: [['self service', 'self-service']],
    menu: [
      ['look up', 'look-up'],
      ['look up my ticket', 'look-up'],
      ['look up a ticket', 'look-up'],
      ['check my ticket', 'look-up'],
      ['rate', 'rate'],
      ['rating', 'rate'],
      ['report', 'report'],
      ['report a matter', 'report'],
      ['report a problem', 'report'],
      ['report something', 'report'],
    ],
    fillers: FILLERS,
    particles: [],
    confirm: CONFIRM,
    danger: DANGER,
    solved: SOLVED,
    falseAlarm: FALSE_ALARM,
    emergency: EMERGENCY_EN,
    personSaid: PERSON_SAID_EN,
    themselves: [
      'me',
      'myself',
      'it is me',
      "it's me",
      'just me',
      'i am',
      'i',
      'a bit',
      'a little',
      'kind of',
      'i guess',
      'mm',
      'uh huh',
    ],
    hurry: HURRY_EN,
    retell: RETELL_EN,
    cancel: CANCEL,
    drop: DROP,
    secrecy: SECRECY_EN,
    kind: [
      ['question', 'inquiry'],
      ['complaint', 'complaint'],
      ['complain', 'complaint'],
      ['wrongdoing', 'whistleblowing'],
      ['suggestion', 'suggestion'],
      ['suggest', 'suggestion'],
      ['volunteers', 'service'],
      ['dispute', 'dispute'],
    ],
    stars: STARS_EN,
    starsAlone: STARS_ALONE_EN,
    area: [
      ['another', 'more'],
      ['another one', 'more'],
      ['none of these', 'more'],
      ['other', 'more'],
    ],
    place: [
      ['do not know', 'skip'],
      ['I do not know', 'skip'],
      ["I don't know", 'skip'],
      ["don't know", 'skip'],
      ['skip', 'skip'],
      ['no exact place', 'skip'],
      ['already said', 'skip'],
      ['already told you', 'skip'],
      ['already said so', 'skip'],
      ['just said', 'skip'],
    ],
  },
};
