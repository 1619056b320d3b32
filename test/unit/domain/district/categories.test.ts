import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TicketKind } from '#domain/district/kinds.ts';
import { chooseDepartment } from '#domain/district/routing.ts';
import { readDistrict } from '#infra/district/read-district.ts';

const { district: linzi } = readDistrict('config/linzi');
const { district: example } = readDistrict('config/example');

describe.each([linzi, example])('the district $id', ({ categories, departments, language }) => {
  const own = language === 'zh' ? /\p{Script=Han}/u : /[A-Za-z]/;
  const other = language === 'zh' ? /^[\x20-\x7e]+$/ : /\p{Script=Han}/u;

  it('has a name in both languages for each category and each department', () => {
    for (const { id, name, translated = '' } of [...categories, ...departments]) {
      expect([id, name]).toEqual([id, expect.stringMatching(own)]);
      expect([id, translated]).toEqual([id, expect.stringMatching(other)]);
    }
  });

  it('has topics for each category', () => {
    expect(categories.filter(({ topics }) => !topics).map(({ id }) => id)).toEqual([]);
  });
});

describe('Linzi', () => {
  const signs = (text: string): number => [...text].length;

  it('has 6 to 20 short topics for each category', () => {
    const counts = categoriesWith((topics) => topics.length < 6 || topics.length > 20);
    const lengths = categoriesWith((topics) => topics.some((topic) => signs(topic) < 2 || signs(topic) > 12));
    expect([counts, lengths]).toEqual([[], []]);
  });

  it('gives what officials do wrong to one department, whatever kind it is of and wherever it is', () => {
    const area = fc.constantFrom(...linzi.areas.map(({ id }) => id));
    fc.assert(
      fc.property(fc.constantFrom(...TicketKind.options), area, (kind, place) => {
        const { rule } = chooseDepartment(linzi, { kind, area: place, category: 'official-conduct' });
        expect(rule).toBe('conduct-of-officials');
      }),
    );
  });

  it.each([
    ['dogs', 'urban-management'],
    ['dust-and-fumes', 'urban-management'],
    ['demolition', 'housing'],
    ['provident-fund', 'housing'],
    ['taxis', 'transport'],
    ['rural-roads', 'transport'],
    ['medicines', 'market'],
    ['food-safety', 'market'],
    ['birth-and-family', 'health'],
    ['work-injury', 'labour'],
    ['disability-services', 'civil-affairs'],
    ['property-titles', 'land'],
    ['money-disputes', 'mediation'],
    ['water-pollution', 'ecology'],
    ['fraud', 'public-security'],
    ['congestion', 'public-security'],
    ['notaries', 'justice'],
    ['veteran-benefits', 'veterans'],
    ['kindergartens', 'education'],
    ['sports', 'education'],
    ['heritage', 'culture'],
    ['village-affairs', 'agriculture'],
    ['fire-safety', 'emergency'],
    ['telecoms', 'industry'],
    ['tax', 'tax'],
    ['official-conduct', 'discipline'],
    ['praise', 'government-service'],
  ])('gives a complaint about %s to %s', (category, department) => {
    expect(chooseDepartment(linzi, { category, kind: 'complaint', area: 'linzi' }).department).toBe(department);
  });

  function categoriesWith(is: (topics: readonly string[]) => boolean): string[] {
    return linzi.categories.filter(({ topics = [] }) => is(topics)).map(({ id }) => id);
  }
});
