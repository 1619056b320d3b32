/** What SNS takes in one request, and SQS no less. */
const MOST_ENTRIES = 10;
const MOST_BYTES = 256 * 1024;

/** What an entry weighs beside its body: its attributes. */
const BYTES_BESIDE = 512;

/** A message with the text that is sent for it. */
interface Entry {
  body: string;
}

/** Cuts messages, in their order, into batches that SNS and SQS take. One that is too large by itself stands alone. */
export const inBatches = <E extends Entry>(entries: readonly E[]): E[][] => {
  const batches: E[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(entry.body) + BYTES_BESIDE;
    const batch = batches.at(-1);
    if (batch && batch.length < MOST_ENTRIES && bytes + size <= MOST_BYTES) {
      batch.push(entry);
      bytes += size;
    } else {
      batches.push([entry]);
      bytes = size;
    }
  }
  return batches;
};
