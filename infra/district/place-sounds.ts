import { pinyin } from 'pinyin-pro';
import type { Area } from '#domain/district/district.ts';
import { nearSound, type PlaceSounds } from '#domain/district/places/sounds.ts';

const HAN = /\p{Script=Han}/u;
const isHan = (sign: string): boolean => HAN.test(sign);
const syllablesOf = (text: string, surname: 'off' | 'all' = 'off'): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', v: true, surname });

/** The 6,763 signs of GB 2312: what people write, and machines write down, has hardly any other. */
const commonSigns = (): string[] => {
  const decoder = new TextDecoder('gb2312');
  const signs: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) signs.push(decoder.decode(new Uint8Array([row, cell])));
  }
  return signs.filter(isHan);
};

let common: (readonly [sign: string, syllable: string])[] | undefined;
const soundsOfCommonSigns = (): readonly (readonly [string, string])[] => {
  common ??= commonSigns().map((sign) => [sign, syllablesOf(sign)[0] ?? ''] as const);
  return common;
};

/** How a name's signs sound in it, and as surnames: 单 is dan, and shan in 单家. */
const soundsInName = (name: string): [string, string][] =>
  (name.match(/\p{Script=Han}+/gu) ?? []).flatMap((text) =>
    (['off', 'all'] as const).flatMap((surname) => {
      const syllables = syllablesOf(text, surname);
      return [...text].map((sign, n): [string, string] => [sign, syllables[n] ?? '']);
    }),
  );

/** The signs that sound like one in a place's name, by their syllables without tones. */
export const placeSoundsOf = (areas: readonly Area[]): PlaceSounds => {
  const inNames = areas.flatMap(({ name, alsoCalled = [] }) => [name, ...alsoCalled].flatMap(soundsInName));
  if (inNames.length === 0) return {};
  const signsOfNames = new Set(inNames.map(([sign]) => sign));
  const ofSigns = soundsOfCommonSigns().filter(([sign]) => signsOfNames.has(sign));
  const near = new Set([...inNames, ...ofSigns].map(([, syllable]) => nearSound(syllable)));
  const sounds = new Map<string, Set<string>>();
  for (const [sign, syllable] of [...inNames, ...soundsOfCommonSigns()]) {
    if (near.has(nearSound(syllable))) sounds.set(syllable, (sounds.get(syllable) ?? new Set()).add(sign));
  }
  return Object.fromEntries([...sounds].map(([syllable, signs]) => [syllable, [...signs].join('')]));
};
