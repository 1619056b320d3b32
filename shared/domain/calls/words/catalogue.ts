import type { Notice } from '#domain/calls/state.ts';
import type { TicketKind } from '#domain/district/kinds.ts';
import type { DutyOver } from '#domain/tickets/duty.ts';
import type { TicketState } from '#domain/tickets/states.ts';

/** Words that are listened for and what each chooses; the first that was said decides. */
type Heard = readonly (readonly [word: string, choice: string])[];

/** All that is said in one language, and the words that are understood in it. */
export interface Catalogue {
  /** Who answers, and that the call is recorded. */
  hello(about: { district: string; hotline: string }): string;
  /** While people sit at the desk: they first, and how to get to the self-service. */
  agentsFirst: string;
  selfService: string;
  menu(about: { agents: boolean }): string;
  /** Said in this language to those who hear the other one. */
  inThisLanguage: string;
  connecting: string;
  askMatter: string;
  /** `choices` are names of towns, by the keys from 1. */
  askArea(about: { choices: readonly string[]; more: boolean }): string;
  /** The parts of an address, the largest first. */
  where(parts: readonly string[]): string;
  askPlace(about: { area: string }): string;
  askRecording: string;
  confirm(about: { kind: string; matter: string; where: string }): string;
  askNumber: string;
  askNumberToRate: string;
  /** How a call begins that the hotline made. `tail` is the end of the ticket's number, as it is said. */
  callBack(about: { district: string; hotline: string; tail: string }): string;
  askSolved: string;
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
  confidential: string;
  numberAgain: string;
  /** Said when the number goes out by SMS too. */
  numberBySms: string;
  repeatIt: string;
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
  notices: Record<Exclude<Notice['notice'], 'found' | 'danger' | 'duty' | 'duty-over' | 'welcome' | 'call-back'>, string>;
  danger(about: { emergencyNumber: string }): string;
  found(about: {
    state: TicketState;
    due?: { month: number; day: number; hour: number; minute: number } | undefined;
    provisional: boolean;
  }): string;
  kinds: Record<TicketKind, string>;
  /** What a ticket says that has only a recording, or not even that. */
  matters: { recorded: string; nothingSaid: string; cutOff: string };
  heard: {
    anywhere: Heard;
    greeting: Heard;
    menu: Heard;
    kind: Heard;
    confirm: Heard;
    /** To whether somebody is in danger; a no before a yes, since 没有 has a 有. */
    danger: Heard;
    yesNo: Heard;
    stars: Heard;
    area: Heard;
    place: Heard;
  };
}
