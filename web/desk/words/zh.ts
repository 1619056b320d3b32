/** What the desk's page says in Chinese. */
export const deskZh = {
  site: '坐席台',
  queue: '工单',
  newTicket: '新建工单',
  order: '排列',
  byAge: '先紧急，再按时间',
  byDue: '按期限',
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
