import { getShiftContract } from '#contracts/http/get-shift.ts';
import { operation } from '#use-cases/operation.ts';
import { shiftReader } from '#use-cases/shift.ts';

/** The desk's pages ask every ten seconds how the shift stands. */
export const getShift = operation(getShiftContract, {
  lists: ['allOpen'],
  callBacks: ['waiting'],
  figures: ['within', 'progress'],
}).handledBy((needs) => {
  const read = shiftReader(needs);
  return async () => ({ status: 200, body: await read() });
});
