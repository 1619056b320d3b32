import type { Notice } from '#domain/calls/state.ts';
import type { TicketKind } from '#domain/district/kinds.ts';
import type { DutyOver } from '#domain/tickets/duty.ts';
import type { TicketState } from '#domain/tickets/states.ts';
import type { EmergencyWords } from './emergency-words.ts';
import type { OwnWords } from './own-words.ts';
import type { PersonPatterns } from './person-words.ts';
import type { ToldWords } from './told-words.ts';

/** Words that are listened for and what each chooses; the first that was said decides. */
export type Heard = readonly (readonly [word: string, choice: string])[];

/** Words that answer one question of yes or no. */
export interface YesNoWords {
  /** Yes, whatever follows: that is more than yes. */
  yes: readonly string[];
  /** Yes, where the clause ends with it: 是 is yes, 是我家 is not. */
  yesAlone: readonly string[];
  no: readonly string[];
  /** No, where the clause ends with it: 没有 is no, 没有反应 is not. */
  noAlone: readonly string[];
  /** They begin like an answer and are none: 对面, 对不起. */
  neither: readonly string[];
  /** No, wherever it is said, and whatever else is said. */
  noAnywhere: readonly string[];
  /** Yes, wherever it is said, when nothing else answers. */
  yesAnywhere: readonly string[];
  /** What takes a yes away when it is said beside it. */
  doubtful: readonly string[];
}

/** Words by which people say which part of what was understood is wrong. */
export interface RetellWords {
  where: readonly string[];
  what: readonly string[];
  /** Near the name of a part, that part is wrong. */
  wrong: readonly string[];
  /** 不是 … 是 …: one thing stands for another. */
  not: readonly string[];
  but: readonly string[];
  /** Before what is told instead. */
  is: readonly string[];
  /** Before where it is: what follows is a place, whatever it sounds like. */
  at: readonly string[];
  /** Beside a yes, they take a part of it back: 对，不过是在 … */
  contrast: readonly string[];
  /** In the middle of an answer: what stands before is wrong. */
  rather: readonly string[];
  /** It is another place, but not which. */
  vague: readonly string[];
  /** What has one of them is a place. */
  placeSigns: readonly string[];
}

/** Words by which people want to file nothing after all. */
export interface CancelWords {
  /** Wherever they are said: 不报了. */
  plainly: readonly string[];
  /** When hardly anything else is said: 算了. */
  alone: readonly string[];
  /** Words around them that say no more. */
  around: readonly string[];
  /** Words that have one of these in them, and another meaning. */
  others: readonly string[];
}

/** Words by which people take back a danger that was never there. */
export interface FalseAlarmWords {
  /** Nobody is in danger, wherever it is said. */
  nobody: readonly string[];
  /** Before a word of the danger that was understood: 没着火. */
  not: readonly string[];
  /** Beside them nothing is taken back: 但是, 还没. */
  unless: readonly string[];
}

/** Words by which people wish that nobody knows who asked. */
export interface SecrecyWords {
  /** They want no secrecy. */
  openly: readonly string[];
  /** Just before or behind such words they mean the opposite: 不能不保密, 不保密可不行. */
  turned: { before: readonly string[]; after: readonly string[] };
  anonymous: readonly string[];
  confidential: readonly string[];
  /** What people fear. It is a wish, too, but not where a matter is told: it can be that. */
  feared: readonly string[];
  /** One of the first, then one of the others, are a wish together: 别让 … 知道是我. */
  before: readonly string[];
  after: readonly string[];
  /** Words around a wish that say no more. */
  around: readonly string[];
  /** Words that have one of these in them, and another meaning. */
  others: readonly string[];
}

/** All that is said in one language, and the words that are understood in it. */
export interface Catalogue {
  /** Who answers, and that the call is recorded. */
  hello(about: { district: string; hotline: string }): string;
  /** While people sit at the desk: they first, and how to get to the self-service. */
  agentsFirst: string;
  /** What can be done, the question for the matter last. `repeats`: the first time, with how to get anything said again. */
  menu(about: { agents: boolean; repeats: boolean }): string;
  /** Said in this language to those who hear the other one. */
  inThisLanguage: string;
  connecting: string;
  askMatter: string;
  /** The town and the place in one question. */
  askWhere: string;
  /** `choices` are names of towns, by the keys from 1. */
  askArea(about: { choices: readonly string[]; more: boolean }): string;
  /** Which of a few areas is meant, by the keys from 1; the key after them is for no one of them. */
  askWhichArea(about: { choices: readonly string[] }): string;
  /** The parts of an address, the largest first. */
  where(parts: readonly string[]): string;
  /** `area` is empty where the matter named it. */
  askPlace(about: { area: string }): string;
  askRecording: string;
  /** `where` is empty where nobody knows it, and where the matter says it. Who wished to be kept secret is not asked for it. */
  confirm(about: { kind: string; matter: string; where: string; secrecy: 'confidential' | 'anonymous' | undefined }): string;
  /** Whether nothing is to be filed after all. */
  askDrop: string;
  askNumber: string;
  askNumberToRate: string;
  /** How a call begins that the hotline made. `tail` is the end of the ticket's number, as it is said. */
  callBack(about: { district: string; hotline: string; tail: string }): string;
  askSolved(about: { repeats: boolean }): string;
  askStars: string;
  rated: string;
  /** How a call to who is on duty begins; the ticket's number follows. */
  dutyCall(about: { district: string; hotline: string }): string;
  /** Where it is, and what, unless it is confidential. */
  dutyMatter(about: { where: string; matter: string | undefined }): string;
  /** That others wait, which are taken with it. */
  dutyMore(about: { more: number }): string;
  askDuty: string;
  dutyTaken: string;
  /** Why who was rung has nothing to take; `by` is the name of who took it. */
  dutyOver: Record<DutyOver, (by: string) => string>;
  transferring(about: { emergencyNumber: string }): string;
  askWhereabouts: string;
  /** After words that may mean danger: one short question. */
  askDanger: string;
  numberIs: string;
  /** Said instead when the matter was added to a ticket of an earlier call, whose number only that caller was told. */
  addedToEarlier: string;
  confidential: string;
  anonymous: string;
  numberAgain: string;
  /** Said when the number goes out by SMS too. */
  numberBySms: string;
  goodbye: string;
  /** Something of ours failed; the same step is tried again at once. */
  oneMoment: string;
  /** Something of ours failed, but a message can be taken. */
  leaveMessageNow: string;
  /** The message that was taken while something of ours failed. */
  messageKept: string;
  /** Something of ours failed for good. */
  outOfOrder: string;
  stillWaiting: string;
  notices: Record<
    Exclude<Notice['notice'], 'found' | 'own' | 'danger' | 'duty' | 'duty-over' | 'welcome' | 'call-back' | 'no-agent'>,
    string
  >;
  /** From one time of the day to another: 08:30, 12:00. */
  fromTo(from: string, to: string): string;
  /** When people sit at the desk, and what becomes of who wants one of them now. `rings`: somebody rings them back then. */
  noAgent(about: { everyDay: boolean; hours: readonly string[]; rings: boolean }): string;
  danger(about: { emergencyNumber: string }): string;
  found(about: {
    state: TicketState;
    due?: { month: number; day: number; hour: number; minute: number } | undefined;
    provisional: boolean;
  }): string;
  /** How far a ticket is, behind its name. */
  states: Record<TicketState, string>;
  own: OwnWords;
  kinds: Record<TicketKind, string>;
  /**
   * What a ticket says that has only a recording, or not even that; why a danger is none, or is one again; and why
   * something is corrected that the caller named later.
   */
  matters: Record<
    'recorded' | 'nothingSaid' | 'cutOff' | 'takenBack' | 'saidAgain' | 'saidLater' | 'saidSolved' | 'saidUnsolved',
    string
  >;
  heard: ToldWords & {
    anywhere: Heard;
    greeting: Heard;
    menu: Heard;
    kind: Heard;
    /** Words that say nothing, wherever they stand. */
    fillers: readonly string[];
    /** Words that say nothing and end a clause. */
    particles: readonly string[];
    confirm: YesNoWords;
    danger: YesNoWords;
    solved: YesNoWords;
    falseAlarm: FalseAlarmWords;
    emergency: EmergencyWords;
    personSaid: PersonPatterns;
    /** By which who spoke of their own life says that it is they who are in danger. */
    themselves: readonly string[];
    /** Cries that name no place. */
    hurry: readonly string[];
    retell: RetellWords;
    cancel: CancelWords;
    /** To whether nothing is to be filed. */
    drop: YesNoWords;
    secrecy: SecrecyWords;
    /** To how many stars, wherever they are said. */
    stars: Heard;
    /** The same, when hardly anything else is said. */
    starsAlone: Heard;
    area: Heard;
    place: Heard;
  };
}
