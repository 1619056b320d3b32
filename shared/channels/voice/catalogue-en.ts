import type { Catalogue } from './catalogue.ts';

const STATES = {
  received: 'was taken in and is being passed on',
  dispatched: 'is with the department, which has yet to accept it',
  accepted: 'is being worked on',
  returned: 'is being passed to another department',
  resolved: 'is resolved and waits for your rating',
  closed: 'is closed',
};
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** English: short sentences, what it is for first, the key last. */
export const english: Catalogue = {
  greeting: ({ district, hotline, agents }) =>
    agents
      ? `Hello, this is the ${district} hotline, ${hotline}. For a person press 0, or simply wait. To report a matter yourself press 1, to look up a ticket press 2, to hear this again press 9.`
      : `Hello, this is the ${district} hotline, ${hotline}, self-service. To report a matter press 1, to look up a ticket press 2, to hear this again press 9.`,
  menu: ({ agents }) =>
    `To report a matter press 1, to look up a ticket press 2, ${agents ? 'for a person press 0, ' : ''}to hear this again press 9.`,
  connecting: 'I am putting you through, please hold.',
  askKind:
    'For a question press 1, for help press 2, for a complaint press 3, for a suggestion press 4, or just say it. To hear this again press 9.',
  askMatter: 'Please say what the matter is and where, then wait. To hear this again press 9.',
  askRecording:
    'Please leave a message after the tone: what the matter is and where. Press the hash key when done. To hear this again press 9.',
  confirm: ({ kind, matter }) =>
    `I understood, ${kind}: ${matter}. If that is right press 1, to say it again press 2, to hear this again press 9.`,
  askNumber: 'Please key in the twelve digits of your ticket number, or say them. To hear this again press 9.',
  numberIs: 'It is registered. Your ticket number is:',
  numberAgain: 'Once more:',
  repeatIt: 'To hear this again press 9, or simply hang up.',
  goodbye: 'Thank you for calling. Goodbye.',
  oneMoment: 'Sorry, one moment please.',
  outOfOrder: 'Sorry, the hotline can not do this at the moment. Please call again a little later. Goodbye.',
  notices: {
    silent: 'I did not hear an answer.',
    wrong: 'Sorry, that is not one of the choices.',
    'no-agent': 'Nobody is at the desk now, please use the self-service.',
    'agents-busy': 'Everybody at the desk is busy, please use the self-service.',
    mistyped: 'A digit of that number must be wrong, please check it.',
    unknown: 'There is no ticket with that number.',
    'leave-message': 'Never mind, simply leave a message.',
    'not-recorded': 'I did not hear a message.',
    'taken-as-said': 'I take it as you said it.',
    'will-call-back': 'I did not hear a message; we will call you back.',
  },
  found: ({ state, due, provisional }) => {
    if (!due) return `Your ticket ${STATES[state]}.`;
    const { month, day, hour, minute } = due;
    const time = `${MONTHS[month - 1]} ${day}, ${hour}:${String(minute).padStart(2, '0')}`;
    return `Your ticket ${STATES[state]}. It is due by ${time}${provisional ? ', provisionally' : ''}.`;
  },
  kinds: {
    ...{ inquiry: 'a question', help: 'a request for help', complaint: 'a complaint', suggestion: 'a suggestion' },
    ...{ whistleblowing: 'a report of wrongdoing', service: 'an order of a service', dispute: 'a dispute' },
  },
  matters: { recorded: '(recording)', nothingSaid: '(the caller left no message: please call back)' },
  heard: {
    anywhere: [
      ['agent', 'agent'],
      ['person', 'agent'],
      ['repeat', 'repeat'],
      ['pardon', 'repeat'],
    ],
    menu: [
      ['look up', 'look-up'],
      ['ticket', 'look-up'],
      ['report', 'report'],
    ],
    kind: [
      ['question', 'inquiry'],
      ['help', 'help'],
      ['complaint', 'complaint'],
      ['complain', 'complaint'],
      ['suggestion', 'suggestion'],
      ['wrongdoing', 'whistleblowing'],
      ['service', 'service'],
      ['dispute', 'dispute'],
    ],
    confirm: [
      ['no', 'again'],
      ['not', 'again'],
      ['wrong', 'again'],
      ['again', 'again'],
      ['yes', 'yes'],
      ['right', 'yes'],
      ['correct', 'yes'],
    ],
  },
};
