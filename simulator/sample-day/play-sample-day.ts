import { join } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { FigureRow } from '#contracts/http/get-figures.ts';
import { localTime, offsetMinutes } from '#domain/instant.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import { localClientConfig } from '#local/endpoint.ts';
import { projectFolder } from '#local/project-folder.ts';
import type { Stack } from '#local/stack-file.ts';
import { apiOf, insist } from '#simulator/doors.ts';
import { telephoneOf } from '#simulator/telephone/telephone.ts';
import { inColumns } from './columns.ts';
import { playStory } from './play-story.ts';
import { readStories, type Story } from './story.ts';

/** So many matters happen at the same time; more only wait for the two cores. */
const AT_ONCE = 3;

const kinds: Record<string, string> = {
  ...{
    inquiry: '咨询',
    help: '求助',
    complaint: '投诉',
    suggestion: '建议',
    whistleblowing: '举报',
    service: '点单',
    dispute: '调解',
  },
};
const states: Record<string, string> = {
  ...{ received: '已受理', dispatched: '已派单', accepted: '已签收', returned: '已退单', resolved: '已办结', closed: '已评价' },
};

const playAll = async (stories: readonly Story[], stack: Stack): Promise<string[]> => {
  const [api, telephone] = [apiOf(stack), await telephoneOf(stack)];
  const numbers: string[] = [];
  const waiting = stories.map((story, index) => ({ story, index }));
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      numbers[next.index] = await playStory(next.story, stack, api, telephone);
      console.log(`          ${numbers[next.index]}  ${next.story.title}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return numbers;
};

/** The schedule runs it each minute; the day need not wait for that. */
const rollUpNow = async (stack: Stack): Promise<void> => {
  const lambda = new LambdaClient(localClientConfig(stack.endpoint));
  const rollUp = stack.functions.find(({ path }) => path.startsWith('roll-up-figures'));
  await lambda.send(new InvokeCommand({ FunctionName: rollUp?.name }));
};

type Ratio = FigureRow['rates']['completion'];

const ratio = ({ numerator, denominator, rate }: Ratio): string =>
  `${numerator}/${denominator}${rate === null ? '' : ` = ${(rate * 100).toFixed(0)} %`}`;

const figuresTable = (rows: readonly FigureRow[], district: string): string =>
  inColumns([
    [
      '',
      '接通率 connect',
      '受理 received',
      '派单 dispatched',
      '办结率 completion',
      '按时办结率 on time',
      '满意率 satisfaction',
      '退单率 returned',
    ],
    ...rows.map(({ value, name, received, dispatched, rates }) => [
      value === 'all' ? district : (name ?? value),
      // No department is rung.
      value === 'all' ? ratio(rates.connect) : '',
      ...[String(received), String(dispatched), ratio(rates.completion), ratio(rates.onTimeCompletion)],
      ...[ratio(rates.satisfaction), ratio(rates.returned)],
    ]),
  ]);

/** Plays the sample day through the doors of a running hotline and prints what became of each matter, and the figures. */
export async function playSampleDay(stack: Stack): Promise<void> {
  const { district } = readDistrict(join(projectFolder, 'config', stack.district));
  const numbers = await playAll(readStories(stack.district), stack);
  const api = apiOf(stack);
  const agent = stack.people.find(({ groups }) => groups.includes('agent'))?.id;
  const supervisor = stack.people.find(({ groups }) => groups.includes('supervisor'))?.id;
  const nameOf = (all: readonly { id: string; name: string }[], id: string | undefined): string =>
    all.find((one) => one.id === id)?.name ?? '—';
  const chinese = district.language === 'zh';
  const offset = offsetMinutes(district.utcOffset);
  const localMinute = (at: string): string => {
    const { day, minute } = localTime(at, offset);
    return `${day} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(Math.floor(minute % 60)).padStart(2, '0')}`;
  };

  const rows = await Promise.all(
    numbers.map(async (number) => {
      const ticket = await insist(api, { as: agent, method: 'GET', path: `/tickets/${number}` });
      const department = district.departments.find(({ id }) => id === ticket.department);
      return [
        number,
        ticket.channel,
        `${nameOf(district.categories, ticket.category)} (${chinese ? (kinds[ticket.kind] ?? ticket.kind) : ticket.kind})`,
        `${department?.name ?? '—'} / ${nameOf(department?.units ?? [], ticket.unit)}`,
        localMinute(ticket.handleBy.at) + (ticket.handleBy.provisional ? ' ?' : '') + (ticket.urgent ? ' !' : ''),
        (chinese && states[ticket.state]) || ticket.state,
      ];
    }),
  );
  console.log(`\n${inColumns([['number', 'channel', 'category', 'department / unit', 'due', 'state'], ...rows])}`);
  console.log('(? provisional: no published calendar covers it   ! urgent)');

  await rollUpNow(stack);
  const { day } = localTime(new Date().toISOString(), offset);
  const figuresBy = async (by: string): Promise<FigureRow[]> =>
    (await insist(api, { as: supervisor, method: 'GET', path: `/figures?period=day&from=${day}&to=${day}&by=${by}` })).rows;
  const rowsOfDay = [...(await figuresBy('all')), ...(await figuresBy('department'))];
  console.log(`\nFigures of ${day}\n\n${figuresTable(rowsOfDay, district.name)}`);
}
