import { onceFor } from '#domain/once-for.ts';
/** How Chinese signs sound, without tones: the signs of each syllable. Made at synth; only syllables that places have. */
export type PlaceSounds = Readonly<Record<string, string>>;

/** A syllable, and what many people, and machines that listen to them, take for the same. */
interface Sound {
  exact: string;
  near: string;
}

/** n and l, zh and z, ch and c, sh and s; an and ang, en and eng, in and ing. */
export const nearSound = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/ng$/, 'n');

/** How each sign sounds: mostly in one way. */
export type Heard = ReadonlyMap<string, readonly Sound[]>;

const heardIn = (sounds: PlaceSounds): Heard => {
  const heard = new Map<string, Sound[]>();
  for (const [exact, signs] of Object.entries(sounds)) {
    const sound = { exact, near: nearSound(exact) };
    for (const sign of signs) heard.set(sign, [...(heard.get(sign) ?? []), sound]);
  }
  return heard;
};

/** The sounds of each sign. */
export const soundsOf = onceFor(heardIn);

/** How alike two signs sound: 0 the same, 1 nearly; undefined for not. */
export const alike = (heard: Heard, one: string, other: string): 0 | 1 | undefined => {
  if (one === other) return 0;
  const [ones, others] = [heard.get(one) ?? [], heard.get(other) ?? []];
  if (ones.some(({ exact }) => others.some((sound) => sound.exact === exact))) return 0;
  return ones.some(({ near }) => others.some((sound) => sound.near === near)) ? 1 : undefined;
};
