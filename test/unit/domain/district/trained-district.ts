import type { District } from '#domain/district/district.ts';
import type { Example } from '#scripts/sorting/examples.ts';
import { trainSorting } from '#scripts/sorting/train.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

const of = (category: string, kind: Example['kind'], ...texts: string[]): Example[] =>
  texts.map((text) => ({ category, kind, register: 'spoken', text }));

/** Matters of the small district, in both scripts. */
export const matters: readonly Example[] = [
  ...of('water-leak', 'help', '水管爆了，快来修', '楼道里漏水，帮忙看看', 'A pipe is leaking, please help', '地下水管漏了'),
  ...of('water', 'inquiry', '怎么开通自来水', '自来水怎么报装', 'How do I get water?', '水表在哪里过户呢'),
  ...of(
    'heating-cold',
    'complaint',
    '暖气不热，没人管',
    '家里太冷，供暖公司推来推去',
    'The flat is cold, nobody cares',
    '室温只有十度',
  ),
  ...of('noise', 'complaint', '半夜施工太吵', '楼下广场舞吵得睡不着', 'The noise is too loud at night', '喇叭天天响'),
  ...of('general', 'inquiry', '有件事说不清', '打听个事', 'I have another question'),
];

/** The small district with a model that is trained from them. */
export const trainedDistrict: District = {
  ...smallDistrict,
  sortingModel: trainSorting(
    smallDistrict,
    { examples: matters, topics: [{ category: 'noise', topic: '噪音扰民' }] },
    '0'.repeat(64),
  ).model,
};
