import { bytesIn } from './base64.ts';

/** That a line is in a log (c2sp.org/tlog-proof@v1). */
export interface TlogProof {
  /** The number of the line, from 0. */
  readonly index: number;
  /** The leaf's sibling first, 32 bytes each. */
  readonly hashes: readonly Buffer[];
  /** A checkpoint with its signatures, word for word. */
  readonly checkpoint: string;
}

const HEADER = 'c2sp.org/tlog-proof@v1';

export const proofText = ({ index, hashes, checkpoint }: TlogProof): string =>
  [
    HEADER,
    `index ${String(index)}`,
    ...hashes.map((one) => one.toString('base64')),
    '',
    checkpoint,
  ].join('\n');

/** The proof of such a text; undefined where it is none. What is said as `extra` is signed by nobody and passed over. */
export function readProof(text: string): TlogProof | undefined {
  const found =
    /^c2sp\.org\/tlog-proof@v1\n(?:extra [A-Za-z0-9+/]*={0,2}\n)?index (0|[1-9]\d*)\n((?:.+\n)*)\n([^]+)$/u.exec(
      text,
    );
  const [, decimal, lines = '', checkpoint = ''] = found ?? [];
  const index = Number(decimal);
  const hashes = lines.split('\n').slice(0, -1).map(bytesIn);
  const whole = hashes.filter((hash) => hash?.length === 32);
  if (!Number.isSafeInteger(index) || whole.length !== hashes.length) return undefined;
  return { index, hashes: whole as readonly Buffer[], checkpoint };
}
