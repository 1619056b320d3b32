import type { LimitName } from '#domain/district/schedule.ts';
import type { EventType } from '#domain/tickets/ticket-event.ts';
import type { Role } from '#domain/tickets/ticket-words.ts';

/** What a sentence of a ticket's history may name. */
interface Happening {
  department: string;
  unit: string;
  takenFrom: string | undefined;
  onDuty: string;
  mark: { limit: LimitName; card: string } | undefined;
  rating: { stars: number; solved: boolean } | undefined;
}

const happened: Record<EventType, (told: Happening) => string> = {
  opened: () => '提交了这件事。',
  answered: () => '当场答复了。',
  dispatched: ({ department }) => `交给${department}办理。`,
  reassigned: ({ department, takenFrom }) =>
    takenFrom === undefined ? `改由${department}办理。` : `从${takenFrom}改交给${department}办理。`,
  corrected: () => '更正了登记的内容。',
  assigned: ({ department, unit }) => `${department}由${unit}办理。`,
  accepted: ({ department }) => `${department}已经签收，正在办理。`,
  returned: ({ department }) => `${department}退回了，要重新派单。`,
  resolved: () => '办结了。',
  added: () => '补充了内容。',
  rated: ({ rating }) => `评价：${rating?.solved ? '解决了' : '没有解决'}，${rating?.stars ?? 0}星。`,
  withdrawn: () => '撤回了这件事。',
  carded: ({ mark }) => `${mark?.card ?? ''}：${mark?.limit === 'accept' ? '签收' : '办结'}期限。`,
  recorded: () => '来电录音已经存好。',
  'reporter-rung': () => '给诉求人打了回访电话。',
  'reporter-put-off': () => '回访电话没有打出去，过后再打。',
  'reporter-unreached': () => '回访电话一直没有打通，不再打了。',
  'reporter-hidden': () => '诉求人要求不透露自己是谁。',
  'duty-rung': ({ onDuty }) => `给值班的${onDuty}打了电话。`,
  'duty-refused': ({ onDuty }) => `值班的${onDuty}的号码打不了，改打下一位。`,
  'duty-put-off': () => '值班电话没有打出去，过后再打。',
  'duty-held': () => '刚为同一诉求人打过值班电话，过后再打。',
  'duty-taken': ({ onDuty }) => `值班的${onDuty}接办了。`,
  'duty-unanswered': () => '值班电话都没有人接。',
};

/** What the history of a ticket says in Chinese. */
export const historyZh = {
  roles: {
    resident: '诉求人',
    agent: '坐席',
    department: '承办单位',
    supervisor: '班长',
    system: '系统',
  } satisfies Record<Role, string>,
  doneBy: (role: string, account: string | undefined) => (account === undefined ? role : `${role}（${account}）`),
  changed: (field: string, before: string, after: string) => `${field}：由“${before}”改为“${after}”。`,
  changedFields: { category: '类别', kind: '类型', area: '区域', urgent: '紧急', danger: '有没有危险' },
  changedValues: { yes: '是', no: '否', danger: '有', doubt: '可能有', none: '没有' } as Partial<Record<string, string>>,
  happened,
};

/** What every language has to say of it. */
export type HistoryWords = typeof historyZh;
