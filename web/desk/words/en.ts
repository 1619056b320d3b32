import type { DeskWords } from './zh.ts';

/** What the desk's page says in English. */
export const deskEn: DeskWords = {
  site: 'Desk',
  queue: 'Tickets',
  newTicket: 'New ticket',
  order: 'Order',
  byAge: 'Urgent first, then the oldest',
  byDue: 'By what is due',
  file: 'File the ticket',
  asUnderstood: (name) => `As understood: ${name}`,
  understand: 'As understood',
  name: 'Name of the caller',
  phone: 'Number of the caller',
  anonymous: 'Anonymous (the department sees no name and no number)',
  answer: 'Answer at once',
  answerHint: 'What you answered already, and needs no department: it resolves the ticket.',
  understood: 'Understood so far',
  nothingYet: 'Write down the matter: here stands what the hotline understands.',
  notSure: 'not sure',
  orElse: 'It may also be',
};
