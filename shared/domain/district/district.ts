import * as z from 'zod';
import { Day } from '#domain/instant.ts';
import { TelephoneHome } from '#domain/telephone/home.ts';
import { Telephone } from '#domain/telephone/telephone.ts';
import { DangerRules } from './danger/danger-rules.ts';
import type { PackedLexicon } from './danger/lexicon.ts';
import { TicketKind } from './kinds.ts';
import { Id, Name, Word } from './names.ts';
import { Offset } from './offsets.ts';
import type { PlaceSounds } from './places/sounds.ts';
import type { SortingModel } from './sorting/sorting-model.ts';

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time of day like 08:30');

/** 区域: district → town or subdistrict → community or village → grid. Only the district has no parent. */
export const Area = z.strictObject({
  id: Id,
  name: Name,
  level: z.enum(['district', 'town', 'community', 'grid']),
  parent: Id.optional(),
  /** The code of national statistics, which offices exchange. */
  code: z
    .string()
    .regex(/^\d{12}$/, 'a code of twelve digits, in quotes')
    .optional(),
  /** The name in the other language of the phone: Wenshao Subdistrict. */
  translated: Name.optional(),
  /** What people say instead of the name: 闻韶 for 闻韶街道. */
  alsoCalled: z.array(Word).min(1).optional(),
  /** Without 村 or 社区 the name is also a word, a family or a place elsewhere, so by itself it names no place: 路口, 王家. */
  isWord: z.boolean().optional(),
});
export type Area = z.infer<typeof Area>;

/** 事项: what a matter is about, a tree. Who says one of its keywords speaks of it. */
export const Category = z.strictObject({
  id: Id,
  name: Name,
  /** The name in the other language: Burst pipes and leaks. */
  translated: Name.optional(),
  parent: Id.optional(),
  keywords: z.array(Word).min(1).optional(),
  /** What it covers, in short phrases. A sorter learns from them; nobody has to say them. */
  topics: z.array(Word).min(1).optional(),
});
export type Category = z.infer<typeof Category>;

/** A part of a department that does the work; `areas` are those that it covers with all below them. */
export const Unit = z.strictObject({ id: Id, name: Name, areas: z.array(Id).min(1) });
export type Unit = z.infer<typeof Unit>;

/** 承办单位. Each one gets a lane (queues and a routing function) of its own in the deployment. */
export const Department = z.strictObject({
  id: Id,
  name: Name,
  /** The name in the other language: Water Supply Service Centre. */
  translated: Name.optional(),
  units: z.array(Unit).min(1),
});
export type Department = z.infer<typeof Department>;

/** Read from the top, the first that fits decides; a condition that is absent fits all, an area or category fits all below it. */
export const RoutingRule = z.strictObject({
  id: Id,
  when: z.strictObject({
    categories: z.array(Id).min(1).optional(),
    areas: z.array(Id).min(1).optional(),
    kinds: z.array(TicketKind).min(1).optional(),
  }),
  department: Id,
});
export type RoutingRule = z.infer<typeof RoutingRule>;

const Limit = z.union([
  z.strictObject({ workingDays: z.int().min(1).max(250) }),
  z.strictObject({ workingHours: z.number().min(0.01).max(500) }),
]);

/** Danger to people does not wait for a week. */
const UrgentMinutes = z
  .int()
  .positive()
  .max(7 * 24 * 60);

/** At least so many, so that nobody is shut out by one bad day. */
const ticketsADay = z.int().min(3).max(10_000).optional();
const toOneNumber = z.int().min(1).max(100).optional();
const ofHotline = z.int().min(1).max(1_000_000).optional();

/** 每日上限: so much one person, one telephone and the whole hotline may cause on a day of the district; see day-limits.ts. */
export const DayLimits = z.strictObject({
  /** Tickets that one account files in the app. */
  ticketsOfAccount: ticketsADay,
  /** Tickets that calls from one telephone open. */
  ticketsOfNumber: ticketsADay,
  textsToNumber: toOneNumber,
  /** Codes with which a ticket is looked up: so many are asked for with the number of one ticket and one telephone. */
  codesOfTicket: toOneNumber,
  /** So many of them are texted to one telephone, for all of its tickets. */
  codesToNumber: toOneNumber,
  /** Calls that ask the reporter what became of their matter. */
  ringsToNumber: toOneNumber,
  /** All texts, all codes, and all such calls, of the hotline. Codes are no texts: strangers may ask for them. */
  texts: ofHotline,
  codes: ofHotline,
  rings: ofHotline,
});
export type DayLimits = z.infer<typeof DayLimits>;

/** Time limits; see the defaults of the province rule of 2020. Urgent runs around the clock, in minutes. */
export const Limits = z.strictObject({
  accept: Limit,
  handle: z.strictObject({
    default: Limit,
    byKind: z.partialRecord(TicketKind, Limit),
    byCategory: z.record(Id, Limit).optional(),
  }),
  urgent: z.strictObject({
    acceptMinutes: UrgentMinutes,
    handleMinutes: UrgentMinutes,
    escalateAfterMinutes: UrgentMinutes,
  }),
  escalateAfterWorkingDays: z.int().min(1).max(30),
  /** For so many days after its end a ticket is looked up without an account; see tickets/look-up.ts. */
  lookUpDays: z.int().min(1).max(3650).optional(),
  aDay: DayLimits.optional(),
});
export type Limits = z.infer<typeof Limits>;

const Hours = z.array(z.strictObject({ from: TimeOfDay, to: TimeOfDay })).min(1);

/** Working days and hours. Holidays and make-up days are known only for the covered years; beyond them a due date is provisional. */
export const CalendarData = z.strictObject({
  hours: Hours,
  coveredYears: z.strictObject({ first: z.int(), last: z.int() }),
  holidays: z.array(Day),
  makeUpDays: z.array(Day),
});
export type CalendarData = z.infer<typeof CalendarData>;

/** How the phone is answered. */
export const PhoneRules = z.strictObject({
  /** When people sit at the desk; outside of it the phone is self-service. */
  agents: z.strictObject({ days: z.enum(['every-day', 'working-days']), hours: Hours }),
  /** 回电: a caller who was lost is rung back, asked for once within this time however often they ring. */
  callBackOnceWithinMinutes: z
    .int()
    .min(1)
    .max(24 * 60),
  /** So often the desk rings a lost caller in vain; see calls/call-back.ts. Below the deliveries of the queue. */
  callBackTries: z.int().min(1).max(10).optional(),
  /** 回访: whoever has no account is asked by phone what became of it, so often and with so much working time between. */
  askReporter: z.strictObject({ tries: z.int().min(1).max(5), everyWorkingMinutes: z.int().min(10).max(2400) }),
});
export type PhoneRules = z.infer<typeof PhoneRules>;

/** 值班电话: somebody who is rung when people are in danger. Without hours the whole day; hours may go on past midnight. */
export const DutyNumber = z
  .strictObject({
    name: Name,
    phone: Telephone,
    from: TimeOfDay.optional(),
    to: TimeOfDay.optional(),
  })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), 'should have both "from" and "to", or neither');
export type DutyNumber = z.infer<typeof DutyNumber>;

const DutyLadder = z.array(DutyNumber).max(5);

/** Who is rung for an urgent matter that nobody has accepted, and with how much time between. */
export const Duty = z.strictObject({
  minutesBetweenSteps: z.int().min(1).max(60),
  /** So often one of these telephones is rung in an hour, twelve times if it is not said; then one call tells of several tickets. */
  mostRingsAnHour: z.int().min(8).max(60).optional(),
  /** Rung first, for what a department has, in this order. */
  departments: z.record(Id, DutyLadder.min(1)),
  /** Rung after them, and for what no department has yet. */
  district: DutyLadder,
  /** Rung while the desk is closed, for a matter of which it is not sure whether somebody is in danger. */
  desk: z.strictObject({ name: Name, phone: DutyNumber.shape.phone }).optional(),
});
export type Duty = z.infer<typeof Duty>;

const Probability = z.number().min(0.1).max(1);

/** All that one deployment knows of its district: written in config/<district>/, checked at synth, shipped with the functions. */
export const District = z.strictObject({
  id: Id,
  letters: z.string().regex(/^[A-Z]{2}$/, 'the two capital letters that ticket numbers begin with'),
  name: Name,
  translated: Name.optional(),
  hotline: z.string().regex(/^\d{3,12}$/, 'the number that residents call, digits only'),
  /** How numbers are read here, and whom the hotline texts and rings. */
  telephone: TelephoneHome,
  language: z.enum(['zh', 'en']),
  utcOffset: Offset,
  satisfiedFromStars: z.int().min(1).max(5),
  /** How probable the first guess at a category or kind must be, before the hotline is sure of it. */
  sorting: z.strictObject({ category: Probability, kind: Probability }).optional(),
  calendar: CalendarData,
  areas: z.array(Area).min(1),
  categories: z.array(Category).min(1),
  /** The category that a matter gets when nothing more is known of it. */
  generalCategory: Id,
  departments: z.array(Department).min(1),
  routing: z.array(RoutingRule).min(1),
  limits: Limits,
  phone: PhoneRules,
  danger: DangerRules,
  /** The words of danger, areas and categories and the model of danger, packed: only where a district is shipped. */
  dangerLexicon: z.custom<PackedLexicon>().optional(),
  /** What sorts matters; a district without examples has none, and goes by its keywords alone. */
  sortingModel: z.custom<SortingModel>().optional(),
  duty: Duty,
  /** How the signs of places sound: only where the district is read from its files, or shipped. */
  placeSounds: z.custom<PlaceSounds>().optional(),
});
export type District = z.infer<typeof District>;
