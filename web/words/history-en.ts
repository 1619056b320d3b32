import type { HistoryWords } from './history-zh.ts';

/** What the history of a ticket says in English. */
export const historyEn: HistoryWords = {
  roles: { resident: 'Reporter', agent: 'Agent', department: 'Department', supervisor: 'Supervisor', system: 'The hotline' },
  doneBy: (role, account) => (account === undefined ? role : `${role} (${account})`),
  changed: (field, before, after) => `${field}: “${before}” became “${after}”.`,
  changedFields: { category: 'Category', kind: 'Kind', area: 'Area', urgent: 'Urgent', danger: 'Danger' },
  changedValues: { yes: 'yes', no: 'no', danger: 'yes', doubt: 'perhaps', none: 'no' },
  happened: {
    opened: () => 'The matter was filed.',
    answered: () => 'It was answered at once.',
    dispatched: ({ department }) => `It was given to: ${department}.`,
    reassigned: ({ department, takenFrom }) =>
      takenFrom === undefined ? `It was given to: ${department}.` : `It was taken from ${takenFrom} and given to: ${department}.`,
    corrected: () => 'What was noted was corrected.',
    assigned: ({ department, unit }) => `${department} gave it to: ${unit}.`,
    accepted: ({ department }) => `${department} accepted it and works on it.`,
    returned: ({ department }) => `${department} gave it back. Another department is looked for.`,
    resolved: () => 'It was resolved.',
    added: () => 'Something was added.',
    rated: ({ rating }) => `Rated: ${rating?.solved ? 'solved' : 'not solved'}, ${rating?.stars ?? 0} of 5 stars.`,
    withdrawn: () => 'It was withdrawn.',
    carded: ({ mark }) => `${mark?.card ?? ''}: time to ${mark?.limit === 'accept' ? 'accept' : 'resolve'}.`,
    recorded: () => 'The recording of the call was kept.',
    'reporter-rung': () => 'The reporter was called and asked what became of it.',
    'reporter-put-off': () => 'The call to the reporter could not be made. It is tried again later.',
    'reporter-unreached': () => 'The reporter was not reached. Nobody calls again.',
    'reporter-hidden': () => 'The reporter wishes not to be known.',
    'duty-rung': ({ onDuty }) => `${onDuty}, on duty, was called.`,
    'duty-refused': ({ onDuty }) => `The number of ${onDuty}, on duty, can't be called. The next one is called.`,
    'duty-put-off': () => 'The call to who is on duty could not be made. It is tried again later.',
    'duty-held': () => 'Who is on duty was called for the same reporter a short while ago. They are called again later.',
    'duty-taken': ({ onDuty }) => `${onDuty}, on duty, took it.`,
    'duty-unanswered': () => 'Nobody on duty answered.',
  },
};
