import { describe } from 'vitest';
import { areTold, type Mistake, withPlantedDistrict } from './planted-district.ts';

withPlantedDistrict();

const places: Mistake[] = [
  [
    'an area that is there twice',
    'areas.yaml',
    'id: northgate-mill-2',
    'id: northgate-mill-1',
    'the area "northgate-mill-1" is there already; give this one another id or remove it',
  ],
  [
    'an unknown parent of an area',
    'areas.yaml',
    'parent: riverside-quay',
    'parent: riverside-key',
    'there is no area "riverside-key"; did you mean "riverside-quay"? If not, add it to this file or use one of those',
  ],
  [
    'a town without a district',
    'areas.yaml',
    '  - { id: hilltop, name: Hilltop, level: town, parent: example }',
    '  - { id: hilltop, name: Hilltop, level: town }',
    'the town "hilltop" has no parent; name the district that it is in',
  ],
  [
    'a grid in a town',
    'areas.yaml',
    'level: grid, parent: riverside-quay',
    'level: grid, parent: riverside',
    'the grid "riverside-quay-1" stands below the town "riverside"; its parent must be a community',
  ],
  [
    'no district',
    'areas.yaml',
    'areas:',
    'areas:\n  - { id: lone, name: Lone, level: town }\nx:',
    'there is no area of level district; add one, the others stand below it',
  ],
  [
    'a second district',
    'areas.yaml',
    '  - { id: hilltop,',
    '  - { id: other, name: Other, level: district }\n  - { id: hilltop,',
    '"other" is a second area of level district; only one may stand above all others',
  ],
  [
    'a district with a parent',
    'areas.yaml',
    'level: district',
    'level: district, parent: hilltop',
    'the district "example" has a parent; remove it',
  ],
];

const matters: Mistake[] = [
  [
    'a category that is there twice',
    'categories.yaml',
    'id: garbage',
    'id: roads',
    'the category "roads" is there already; give this one another id or remove it',
  ],
  [
    'an unknown parent of a category',
    'categories.yaml',
    'name: Water, parent: works',
    'name: Water, parent: work',
    'there is no category "work"; did you mean "works"? If not, add it to this file or use one of those',
  ],
  [
    'categories in a circle',
    'categories.yaml',
    'name: Streets and supply',
    'name: Streets and supply, parent: water',
    'the parents go round in a circle (works → water → works); give one of them another parent',
  ],
  [
    'a category below itself',
    'categories.yaml',
    'name: Volunteering',
    'name: Volunteering, parent: volunteering',
    'the parents go round in a circle (volunteering → volunteering); give one of them another parent',
  ],
  [
    'an unknown general category',
    'categories.yaml',
    'generalCategory: general',
    'generalCategory: misc',
    'there is no category "misc"; add it to this file or use one of those',
  ],
];

describe('places that are no tree', () => areTold(places));

describe('matters that are no tree', () => areTold(matters));
