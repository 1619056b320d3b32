import type { Stack } from './stack-file.ts';

type Person = Stack['people'][number];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** What somebody of these groups does. */
const ROLES: Readonly<Record<string, string>> = { resident: '居民 resident', agent: '坐席 agent', supervisor: '班长 supervisor' };
const ofDepartment = (group: string): boolean => group.startsWith('department:');

/** A department is called by its name, as far as that is known. */
const roleOf = ({ groups }: Person, departments: ReadonlyMap<string, string>): string =>
  groups
    .map((group) => {
      const id = group.replace('department:', '');
      return ROLES[group] ?? `承办单位 ${departments.get(id) ?? id}`;
    })
    .join('、');

/** Whom the page is for from which somebody comes. */
const FITTING: Readonly<Record<string, (group: string) => boolean>> = {
  resident: (group) => group === 'resident',
  desk: (group) => group === 'agent' || group === 'supervisor',
  department: ofDepartment,
};

/** The people for whom a page is come first, all others behind them. */
export const fittingFirst = (people: readonly Person[], page: string): Person[] => {
  const fits = FITTING[page] ?? (() => true);
  const rank = ({ groups }: Person): number => (groups.some(fits) ? 0 : 1);
  return [...people].sort((one, other) => rank(one) - rank(other));
};

/** The list of sample people, each with a link by which they are signed in. */
export const signInPage = (
  people: readonly Person[],
  linkFor: (person: Person) => string,
  departments: ReadonlyMap<string, string> = new Map(),
): string => `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>选择一个人登录 Sign in as</title>
<style>
:root { color-scheme: light dark; }
body { font: 1.125rem/1.6 system-ui, 'PingFang SC', 'Noto Sans SC', sans-serif; max-width: 40rem; margin: 0 auto; padding: 1rem; }
ul { list-style: none; padding: 0; } a { display: block; padding: .7rem 0; border-bottom: 1px solid; color: inherit; }
</style></head>
<body><main><h1>选择一个人登录 Sign in as</h1>
<p>只在这台机器上有：示例人员，没有密码。 On this machine only: sample people, without passwords.</p>
<ul>${people.map((person) => `<li><a href="${escaped(linkFor(person))}">${escaped(person.name)}（${escaped(roleOf(person, departments))}）</a></li>`).join('\n')}</ul>
</main></body></html>`;
