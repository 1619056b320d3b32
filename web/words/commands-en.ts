import type { CommandsWords } from './commands-zh.ts';

const dispatching = {
  department: { label: 'Department' },
  kind: { label: 'Kind' },
  category: { label: 'Category' },
};

/** The words of the commands that people give, in English. */
export const commandsEn: CommandsWords = {
  add: {
    title: 'Add something',
    button: 'Add it',
    done: 'It was added.',
    next: () => 'The department will see it.',
    fields: { text: { label: 'What else is there to say?' } },
  },
  rate: {
    title: 'How was it?',
    button: 'Send the rating',
    done: 'Thank you for the rating.',
    fields: {
      solved: {
        label: 'Is it solved?',
        hint: 'With the rating this ticket is over.',
        options: { true: 'Yes, it is solved', false: 'No, it is not solved' },
      },
      stars: {
        label: 'How content are you?',
        options: {
          1: 'Very discontent (1 star)',
          2: 'Discontent (2 stars)',
          3: 'Rather content (3 stars)',
          4: 'Content (4 stars)',
          5: 'Very content (5 stars)',
        },
      },
      comment: { label: 'Anything else' },
    },
  },
  withdraw: {
    title: 'This is no longer needed',
    button: 'Withdraw this ticket',
    done: 'It was withdrawn. Nobody works on it any more.',
    next: (hotline) => `If it is needed later, report it again, or call ${hotline}.`,
    again: {
      question: 'Do you really withdraw it?',
      means: 'The department stops working on it, and this cannot be undone.',
      yes: 'Yes, withdraw it',
      no: 'No, go on with it',
    },
    fields: { reason: { label: 'Why' } },
  },
  dispatch: { title: 'Dispatch', button: 'Dispatch', done: 'It was dispatched.', fields: dispatching },
  reassign: { title: 'Reassign', button: 'Reassign', done: 'It was reassigned.', fields: dispatching },
  correct: {
    title: 'Correct',
    button: 'Save the correction',
    done: 'It was corrected.',
    fields: {
      kind: { label: 'Kind' },
      category: { label: 'Category' },
      area: { label: 'Area' },
      urgent: { label: 'Urgent' },
      danger: { label: 'Is there danger?', options: { danger: 'Yes', doubt: 'Perhaps: somebody has to ask', none: 'No' } },
      reason: { label: 'Why it is corrected' },
    },
  },
  accept: { title: 'It is ours', button: 'Accept', done: 'It was accepted.', fields: {} },
  return: {
    title: 'It is not ours',
    button: 'Return',
    done: 'It was returned.',
    fields: { reason: { label: 'Why it is returned' } },
  },
  resolve: {
    title: 'It is done',
    button: 'Resolve',
    done: 'It was resolved.',
    fields: { outcome: { label: 'What was done', hint: 'Who asked reads this.' } },
  },
};
