import { describe, expect, it } from 'vitest';
import { anchorsOf, linksIn, pages, targetOf, textOf } from './markdown.ts';

const CHINESE = /\.zh-CN\.md$/;
const englishOf = (page: string): string => page.replace(CHINESE, '.md');
const twins = pages.filter((page) => CHINESE.test(page)).map((chinese) => ({ chinese, english: englishOf(chinese) }));

const FENCED = /^ *```\w*\n([\s\S]*?)```/gm;

const commandsOf = (page: string): string[] =>
  [...textOf(page).matchAll(FENCED)].flatMap(([, block = '']) =>
    // Outside of a string, what stands behind two blanks and # is for the reader.
    block.split('\n').map((line) => line.replace(/\s{2,}# .*$/, '')),
  );

/** What a page says outside of its blocks of commands, from heading to heading. */
const sectionsOf = (page: string): string[] =>
  textOf(page)
    .replace(FENCED, '')
    .split(/^(?=#)/m);

/** Headings, rows, points and steps in their order, without their words. */
const shapeOf = (page: string): string[] =>
  [
    ...textOf(page)
      .replace(FENCED, '')
      .matchAll(/^ *(#+ |\||- |\d\. )/gm),
  ].map(([, sign = '']) => sign);

/** Where a page leads: the same for both twins, though their headings have other anchors. */
const leadsOf = (page: string): string[] =>
  linksIn(textOf(page)).map((link) => {
    const target = targetOf(page, link);
    if (target === undefined) return link;
    const heading = target.anchor === undefined ? '' : ` ${anchorsOf(target.file).indexOf(target.anchor)}`;
    return `${englishOf(target.file)}${heading}`;
  });

const inlineOf = (text: string): string[] => [...text.matchAll(/`[^`]+`/g)].map(([code]) => code).sort();

/** Numbers written in digits, outside of names and links. */
const numbersOf = (text: string): string[] =>
  [...text.replace(/`[^`]+`|\]\([^)]+\)/g, ' ').matchAll(/\d+(?:[.,]\d+)*/g)].map(([number]) => number).sort();

it('the README and the page on deploying have Chinese twins', () => {
  expect(twins.map(({ english }) => english)).toEqual(expect.arrayContaining(['README.md', 'docs/deploying.md']));
});

describe.each(twins)('$chinese has of $english', ({ chinese, english }) => {
  it('the headings, rows and points', () => {
    expect(shapeOf(english).length).toBeGreaterThan(10);
    expect(shapeOf(chinese)).toEqual(shapeOf(english));
  });

  it('the commands', () => {
    expect(commandsOf(english).length).toBeGreaterThan(10);
    expect(commandsOf(chinese)).toEqual(commandsOf(english));
  });

  it('the links and the pictures', () => {
    expect(leadsOf(chinese)).toEqual(leadsOf(english));
  });

  it('in each section the settings, variables and other names in backticks', () => {
    expect(sectionsOf(chinese).map(inlineOf)).toEqual(sectionsOf(english).map(inlineOf));
  });

  it('in each section the numbers', () => {
    expect(sectionsOf(chinese).map(numbersOf)).toEqual(sectionsOf(english).map(numbersOf));
  });

  it('a link from each to the other, and leads to no other English page that is there in Chinese', () => {
    const own = (page: string): string => page.replace(/^.*\//, '');
    expect(textOf(english)).toContain(`[中文](${own(chinese)})`);
    expect(textOf(chinese)).toContain(`[English](${own(english)})`);
    const others = linksIn(textOf(chinese)).map((link) => targetOf(chinese, link)?.file);
    expect(others.filter((file) => file !== english && twins.some((twin) => twin.english === file))).toEqual([]);
  });
});
