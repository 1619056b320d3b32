import { type Model, reasonsIn, scoredWindows, type Window } from './model.ts';
import { type Reading, type Register, seenIn } from './reading.ts';
import { between, type Span } from './spans.ts';

/** No window has more units of the text; a person may be several. */
const WIDEST = 60;

/** A window in the units of the text, with what speaks most of danger in it. */
export interface Looked extends Window {
  reasons: () => Span[];
}

/** All that is known of a text. */
export interface Known extends Reading {
  windows: readonly Looked[];
}

/** Looks at a text through the model's windows. */
export const look = (model: Model, reading: Reading, register: Register): Looked[] => {
  const seen = seenIn(reading, model.person, register);
  const inText = ({ at, end }: Span): Span => ({
    at: seen.places[at] ?? 0,
    end: seen.places[end] ?? reading.units.ids.length,
  });
  return scoredWindows(model, seen).map((window) => ({
    score: window.score,
    at: inText(window).at,
    end: inText(window).end,
    reasons: () => reasonsIn(model, seen, window, 3).map(inText),
  }));
};

/** The highest score of a window that has these words. */
export const scoreAround = ({ windows }: Known, { at, end }: Span): number =>
  between(windows, at - WIDEST, at + 1).reduce(
    (best, window) => (end <= window.end ? Math.max(best, window.score) : best),
    Number.NEGATIVE_INFINITY,
  );
