/** What the departments' page says in Chinese. */
export const departmentZh = {
  site: '承办单位',
  inbox: '本单位的工单',
  empty: '现在没有工单。',
  noDepartment: '您的账号不属于任何承办单位。请退出，换一个账号。',
  done: '这张工单本单位已经办结。',
  gone: '这张工单现在不在本单位。',
  back: '回到本单位的工单',
};

/** What every language of this page has to say. */
export type DepartmentWords = typeof departmentZh;
