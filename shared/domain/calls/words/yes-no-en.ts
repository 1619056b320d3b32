import type { CancelWords, FalseAlarmWords, YesNoWords } from './catalogue.ts';

/** They say neither yes nor no, and nothing else either. */
export const FILLERS = [
  'hold on',
  'wait',
  'one moment',
  'just a moment',
  ...[
    'uh',
    'um',
    'er',
    'erm',
    'hm',
    'mm',
    'mhm',
    'uh huh',
    'oh',
    'ah',
    'well',
    'so',
    'and',
    'but',
    'please',
    'thanks',
    'thank you',
  ],
  ...[
    'that',
    'that is',
    "that's",
    'it',
    'it is',
    "it's",
    'this is',
    'is',
    'i think',
    'i guess',
    'i mean',
    'all',
    'now',
    'hello',
    'hi',
  ],
  ...['sir', 'madam', 'bye', 'goodbye', 'thats all', "that's all", 'that is all', 'nothing else', 'just', 'really', 'quite'],
];

const YES = [
  'yes',
  'yeah',
  'yep',
  'yup',
  'yes please',
  'correct',
  'exactly',
  'sure',
  'of course',
  "that's right",
  'that is right',
];
const YES_ALONE = ['right', 'mhm', 'uh huh', 'it is', 'it does'];
const NO = ['nope', 'no way'];
const NO_ALONE = ['no', 'not', 'not at all', 'not really'];
const NEITHER = ['is it', 'is that right', 'is that ok', 'yes or no'];

/** To whether what was understood is right. */
export const CONFIRM: YesNoWords = {
  yes: [
    'i think so',
    ...YES,
    ...[
      'ok',
      'okay',
      'all right',
      'alright',
      'go ahead',
      'looks good',
      'sounds good',
      "that's fine",
      'no problem',
      'nothing to change',
    ],
    ...[
      'not confidential',
      'no need to keep it confidential',
      "it isn't confidential",
      'no mistake',
      'nothing wrong',
      'not wrong',
    ],
  ],
  yesAlone: [...YES_ALONE, 'fine', 'good', 'perfect', 'great'],
  // "No it is the drain" says what is wrong, too.
  no: [...NO, 'no', "that isn't right", "it isn't right", 'not right', 'not correct', 'wrong', 'incorrect', "that's wrong"],
  noAlone: ['not', 'not at all', 'not really', "isn't", "it isn't"],
  neither: [...NEITHER, 'no one', 'no parking'],
  noAnywhere: ['wrong', 'incorrect', "isn't right", 'not right', 'not correct', 'again', 'start over', 'mistake'],
  yesAnywhere: ['correct', "that's right", 'looks good', 'no mistake'],
  doubtful: [],
};

/** To whether somebody is in danger. */
export const DANGER: YesNoWords = {
  yes: YES,
  yesAlone: [
    ...YES_ALONE,
    'of course',
    'of course there is',
    'i think so',
    'i think there is',
    'maybe there is',
    'there is',
    'somebody is',
    'someone is',
    'i am',
    'we are',
  ],
  no: ['no danger', 'not in danger', 'nobody is in danger', 'no one is in danger', 'there is no danger', 'nobody in danger'],
  noAlone: [
    ...['nobody is hurt', "nobody's hurt", 'nobody hurt', 'no one is hurt', "no one's hurt", 'no one hurt', 'nothing happened'],
    ...[
      'not urgent',
      "it's not urgent",
      'it is not urgent',
      'no emergency',
      'not an emergency',
      'wrong number',
      'not right now',
      'not now',
    ],
    ...['you misheard', 'you misheard me', 'you got me wrong', 'false alarm', "it's a false alarm", 'no need for the police'],
    ...[
      ...NO,
      ...NO_ALONE,
      'nobody',
      'no one',
      'nobody is',
      'no one is',
      'there is not',
      "there isn't",
      'fine',
      'safe',
      'not dangerous',
    ],
    ...[
      'everybody is fine',
      'everyone is fine',
      'everybody is safe',
      'everyone is safe',
      'we are fine',
      'we are safe',
      "i'm fine",
    ],
  ],
  neither: NEITHER,
  noAnywhere: ['probably not', 'i think not', "don't think so", 'do not think so', 'not at the moment', 'not so far'],
  yesAnywhere: ['danger', 'hurry', 'help'],
  doubtful: [],
};

const ENDED = [
  ...[
    'solved',
    'fixed',
    'been resolved',
    'is resolved',
    'sorted',
    'repaired',
    'done',
    'it works',
    'works now',
    'working now',
    'all good',
    'no problem',
  ],
  ...[
    'no more problems',
    'no problems',
    'not blocked any more',
    'not leaking any more',
    'not blocked anymore',
    'not leaking anymore',
  ],
];

/** To whether a matter is solved. Whoever says no in any way must not be counted among the satisfied. */
export const SOLVED: YesNoWords = {
  yes: [...YES, ...ENDED],
  yesAlone: [...YES_ALONE, 'fine', 'good', 'perfect', 'great'],
  no: NO,
  noAlone: NO_ALONE,
  neither: [...NEITHER, 'is it solved', 'is it fixed'],
  noAnywhere: [
    ...[
      "isn't",
      "hasn't",
      "wasn't",
      "didn't",
      "doesn't",
      "haven't fixed",
      "haven't come",
      "haven't done",
      "won't",
      'never',
      'nobody',
      'no one',
      'nothing',
      'still',
      'half',
    ],
    ...[
      'partly',
      'not yet',
      'not solved',
      'not fixed',
      'not working',
      'not done',
      'not resolved',
      'worse',
      'back again',
      'broke again',
      'broken',
      'leaking again',
    ],
  ],
  yesAnywhere: ENDED,
  doubtful: ['no', "haven't", 'not', 'but', 'who', 'when', 'what', 'if', 'hope', "can't", 'cannot'],
};

/** After words that were taken for danger. */
export const FALSE_ALARM: FalseAlarmWords = {
  nobody: [
    ...[
      'nobody is in danger',
      "nobody's in danger",
      'no one is in danger',
      'nobody in danger',
      'no one in danger',
      'there is no danger',
    ],
    ...[
      "there isn't any danger",
      'no danger',
      'no fire',
      'false alarm',
      'wrong number',
      'you misheard',
      'nothing is burning',
      'nothing is on fire',
    ],
  ],
  not: ['no', 'not', "isn't", 'nobody is', 'no one is', 'nothing is', "it's not", 'it is not', 'i did not say', "i didn't say"],
  unless: [
    'but',
    'probably',
    'i think',
    'at the moment',
    "don't think",
    'except',
    'yet',
    'unless',
    'if',
    'maybe',
    'not sure',
    "don't know",
    'so far',
  ],
};

/** They want to file nothing after all. */
export const CANCEL: CancelWords = {
  plainly: [
    ...[
      "don't file it",
      'do not file it',
      "don't register it",
      'do not register it',
      'changed my mind',
      'cancel it',
      'cancel this',
    ],
    ...['wrong number', 'i want to cancel', 'please cancel', 'drop it', 'forget it'],
  ],
  alone: ['cancel', 'never mind', 'nevermind', 'forget about it', 'leave it', 'not any more'],
  around: ['i', 'i want to', 'want', 'to', 'please', 'the', 'this', 'it', 'report', 'ticket', 'oh', 'just'],
  others: ["don't cancel", 'do not cancel', 'not cancel', 'was cancelled', 'got cancelled'],
};

/** To whether nothing is to be filed. */
export const DROP: YesNoWords = {
  yes: [...YES, 'cancel', 'cancel it', 'never mind', 'forget it', 'drop it', 'ok', 'okay', 'go ahead'],
  yesAlone: [...YES_ALONE, 'fine', 'i do'],
  no: [...NO, "don't cancel", 'do not cancel', 'not cancel', 'keep it', 'file it', 'register it'],
  noAlone: [...NO_ALONE, "don't", 'do not', "i don't"],
  neither: [...NEITHER, 'cancel what'],
  noAnywhere: ["don't cancel", 'do not cancel', 'keep it', 'file it'],
  yesAnywhere: ['cancel it', 'forget it'],
  doubtful: [],
};
