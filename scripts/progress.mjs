// Shows that something is under way: a line that counts on a terminal, a line now and then elsewhere.

const EVERY_MS = 120;
/** In a log, a line is written when this much time has gone by, so that no one thinks it hangs. */
const LOG_EVERY_MS = 5_000;

/**
 * Does `work` under a line that says `text`, with the seconds and what `detail` tells. Everything goes to
 * `out`, a stream; with no `out` nothing is shown.
 *
 * @template T
 * @param {string} text
 * @param {() => Promise<T>} work
 * @param {{ out?: import('node:tty').WriteStream | null, detail?: () => string }} how
 * @returns {Promise<T>}
 */
export async function step(text, work, { out = process.stdout, detail = () => '' } = {}) {
  if (!out) return work();
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1_000).toFixed(1)} s`;
  const line = () => [text, '…', detail()].filter(Boolean).join(' ');
  const paint = out.isTTY ? (end) => out.write(`\r\x1b[2K${end}`) : undefined;
  if (paint) paint(line());
  else out.write(`${text} …\n`);
  const timer = setInterval(
    () => (paint ? paint(`${line()} ${seconds()}`) : out.write(`  ${detail()} ${seconds()}\n`)),
    paint ? EVERY_MS : LOG_EVERY_MS,
  );
  try {
    const value = await work();
    if (paint) paint(`✓ ${text} ${seconds()}\n`);
    else out.write(`  ${seconds()}\n`);
    return value;
  } catch (error) {
    if (paint) paint(`✗ ${text} ${seconds()}\n`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
