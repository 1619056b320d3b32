import { join } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { FigureRow } from '#contracts/http/get-figures.ts';
import type { StaffTicketView } from '#contracts/http/ticket-view.ts';
import { localTime, offsetMinutes } from '#domain/instant.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import { localClientConfig } from '#local/endpoint.ts';
import { projectFolder } from '#local/project-folder.ts';
import type { Stack } from '#local/stack-file.ts';
import { type Api, apiOf, insist } from '#simulator/doors.ts';
import { telephoneOf } from '#simulator/telephone/telephone.ts';
import { figuresTable } from './figures-table.ts';
import { playStory } from './play-story.ts';
import { readStories, type Story } from './story.ts';
import { ticketsTable } from './tickets-table.ts';

/** So many matters happen at the same time; more only wait for the two cores. */
const AT_ONCE = 3;

/** Plays the stories, and gives the numbers of their tickets in the same order. */
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

const personIn = ({ people }: Stack, group: string): string | undefined =>
  people.find(({ groups }) => groups.includes(group))?.id;

const readTickets = (api: Api, agent: string | undefined, numbers: readonly string[]): Promise<StaffTicketView[]> =>
  Promise.all(numbers.map((number) => insist(api, { as: agent, method: 'GET', path: `/tickets/${number}` })));

/** The figures of a day: all of them, then by department. */
const readFigures = async (api: Api, supervisor: string | undefined, day: string): Promise<FigureRow[]> => {
  const rowsBy = async (by: string): Promise<FigureRow[]> => {
    const path = `/figures?period=day&from=${day}&to=${day}&by=${by}`;
    return (await insist(api, { as: supervisor, method: 'GET', path })).rows;
  };
  return [...(await rowsBy('all')), ...(await rowsBy('department'))];
};

/**
 * Plays the sample day through the doors of a running hotline and gives, to be shown, what became of each matter and the
 * figures. A district without a sample day gives a sentence that says so.
 */
export const playSampleDay = async (stack: Stack): Promise<string> => {
  const stories = readStories(stack.district);
  if (stories.length === 0) {
    return `The district ${stack.district} has no sample day, so there are no tickets yet: its stories would be in events/sample-day/${stack.district}.`;
  }
  const { district } = readDistrict(join(projectFolder, 'config', stack.district));
  const numbers = await playAll(stories, stack);
  const api = apiOf(stack);
  const tickets = await readTickets(api, personIn(stack, 'agent'), numbers);

  await rollUpNow(stack);
  const { day } = localTime(new Date().toISOString(), offsetMinutes(district.utcOffset));
  const figures = await readFigures(api, personIn(stack, 'supervisor'), day);
  return [
    ticketsTable(tickets, district),
    '(? provisional: no published calendar covers it   ! urgent)',
    `\nFigures of ${day}\n\n${figuresTable(figures, district.name)}`,
  ].join('\n');
};
