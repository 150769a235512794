/** One connection brings so much: a receiver that dies makes no more than this come twice. */
const BATCH_LINES = 500;
const BATCH_BYTES = 500_000;

/** Lines in batches; a line that is longer than a batch is one of its own. */
export function* batchesOf(lines: Iterable<Buffer>): Generator<readonly Buffer[]> {
  let batch: Buffer[] = [];
  let bytes = 0;
  for (const line of lines) {
    if (batch.length > 0 && (batch.length >= BATCH_LINES || bytes + line.length > BATCH_BYTES)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(line);
    bytes += line.length;
  }
  if (batch.length > 0) yield batch;
}
