/** What the log says when nobody rings at an hour in which many do: an alarm looks for this line. */
export const DEAD_LINE = 'no call has come in for two hours';
