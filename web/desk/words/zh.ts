/** What the desk's page says in Chinese. */
export const deskZh = {
  site: '坐席台',
  queue: '工单',
  newTicket: '新建工单',
  count: (shown: number, isMore: boolean) => (isMore ? `已显示${shown}件，还有更多` : `共${shown}件`),
  dispatchTitle: '派单',
  dispatch: '派单',
  correctTitle: '更正',
  correct: '保存更正',
  sayChange: '请先改正类别、类型、区域或危险中的一项。',
  danger: '有没有危险',
  dangers: { none: '没有', doubt: '可能有，要问清楚', danger: '有' },
  reason: '更正的原因',
  file: '提交工单',
  asUnderstood: (name: string) => `自动识别：${name}`,
  understand: '自动识别',
  name: '诉求人称呼',
  phone: '诉求人电话',
  anonymous: '匿名（承办单位看不到姓名和电话）',
  answer: '当场答复',
  answerHint: '已经答复清楚、不用派单的，写在这里，直接办结。',
  understood: '目前的理解',
  nothingYet: '写下诉求后，这里会显示热线的理解。',
  notSure: '不确定',
  orElse: '也可能是',
};

/** What every language of this page has to say. */
export type DeskWords = typeof deskZh;
