/** What the departments' page says in Chinese. */
export const departmentZh = {
  site: '承办单位',
  inbox: '本单位的工单',
  fetch: '领取新工单',
  fetched: (count: number) => (count === 0 ? '现在没有新工单。' : `领取了${count}件。`),
  empty: '还没有领取工单。',
  noDepartment: '您的账号不属于任何承办单位。请退出，换一个账号。',
  acceptBy: '签收期限',
  resolveBy: '办结期限',
  acceptTitle: '归本单位办理',
  accept: '签收',
  resolveTitle: '办好了',
  resolve: '办结',
  outcome: '办理结果',
  outcomeHint: '诉求人会看到这些话。',
  returnTitle: '不归本单位管',
  return: '退回',
  reason: '退回的原因',
  done: '这张工单本单位已经办结。',
  back: '回到本单位的工单',
};

/** What every language of this page has to say. */
export type DepartmentWords = typeof departmentZh;
