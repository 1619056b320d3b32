import type { Chance } from '#domain/district/sorting/classify.ts';

/** What a model that had not seen a text made of it, and what is right. */
export interface Answer {
  right: string;
  chances: readonly Chance[];
}

/** The same chances, flatter for a higher temperature. */
export const atTemperature = (chances: readonly Chance[], temperature: number): Chance[] => {
  const shares = chances.map(({ probability }) => probability ** (1 / temperature));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return chances.map(({ id }, n) => ({ id, probability: (shares[n] ?? 0) / all }));
};

/** How well the probabilities fit: the mean surprise at what was right. */
const surpriseAt = (answers: readonly Answer[], temperature: number): number =>
  answers.reduce((sum, { right, chances }) => {
    const own = atTemperature(chances, temperature).find(({ id }) => id === right)?.probability ?? 0;
    return sum - Math.log(Math.max(own, 1e-9));
  }, 0) / answers.length;

const TEMPERATURES = Array.from({ length: 40 }, (_, n) => 0.05 * 1.12 ** n);
/** Fewer answers say too little. */
const FEWEST = 20;

/** The temperature at which probabilities fit best; undefined for too few answers. */
export const temperatureFor = (answers: readonly Answer[]): number | undefined => {
  if (answers.length < FEWEST) return undefined;
  const tried = TEMPERATURES.map((temperature) => ({ temperature, surprise: surpriseAt(answers, temperature) }));
  return tried.sort((one, other) => one.surprise - other.surprise)[0]?.temperature;
};
