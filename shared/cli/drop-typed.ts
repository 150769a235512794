import process from 'node:process';

const CTRL_C = 3;

/** One turn of the loop. */
const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/**
 * Throws away what lies typed in the terminal's own buffer, which a terminal hands over at once when it is read key
 * by key. True where Ctrl-C was among it.
 */
export async function dropTyped(input = process.stdin): Promise<boolean> {
  if (!input.isTTY) return false;
  const dropped: Buffer[] = [];
  const take = (bytes: Buffer): void => void dropped.push(bytes);
  input.setRawMode(true);
  input.on('data', take);
  try {
    // Each turn of the loop reads what is there; one without anything is the end of it.
    for (let before = -1; before < dropped.length;) {
      before = dropped.length;
      await turn();
      await turn();
    }
  } finally {
    input.pause();
    input.off('data', take);
    input.setRawMode(false);
  }
  return dropped.some((bytes) => bytes.includes(CTRL_C));
}
