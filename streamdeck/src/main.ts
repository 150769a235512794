import process from 'node:process';
import { onHostGone } from './host-gone.ts';
import { logFolder } from './log-folder.ts';

/** The outermost file: the only one that knows the process it runs in. */
const cancel = new AbortController();
let log = (line: string, error?: unknown): void => {
  process.stderr.write(`clean-exit: ${line} ${error instanceof Error ? error.stack : ''}\n`);
};

let settled = async (): Promise<void> => {};

// The SDK lets a first rejection pass and dies silently of the second; we say it, and live on.
process.on('uncaughtException', (error) => log('uncaught', error));
process.on('unhandledRejection', (reason) => log('unhandled', reason));

let [last, lasts]: [NodeJS.Timeout | undefined, number] = [undefined, 0];

/**
 * Ends us; what was begun is ended tidily and recorded before that, but for no longer than these ms, or than was
 * granted before: a host that goes away often sends a signal as well.
 */
function leave(ms: number): void {
  cancel.abort();
  if (ms > lasts) {
    clearTimeout(last);
    [last, lasts] = [setTimeout(() => process.exit(0), ms), ms];
  }
  void settled().then(() => process.exit(0));
}

// A host that is closed, a session that ends: the receipt is kept and the claim released. Another signal changes
// nothing: systemd sends SIGTERM and SIGHUP at once to a session that ends (SendSIGHUP), a terminal and a host one each.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
  process.on(signal, () => leave(SIGNALLED_MS));

async function main(): Promise<void> {
  // The SDK writes its log into the folder it is loaded in, and dies where it cannot; the manifest is in ours.
  const plugin = process.cwd();
  const folder = logFolder(plugin);
  if (folder.elsewhere !== undefined) {
    log(`this folder cannot be written (${folder.why}): the log is in ${folder.elsewhere}`);
    process.chdir(folder.elsewhere);
  }
  const at = process.argv.indexOf('-port');
  onHostGone(Number(process.argv[at + 1]), () => leave(LAST_MS));
  const { default: streamDeck } = await import('@elgato/streamdeck');
  process.chdir(plugin);
  log = (line, error) => {
    try {
      streamDeck.logger.info(line, ...(error === undefined ? [] : [error]));
    } catch {
      process.stderr.write(`clean-exit: ${line}\n`); // A full disk must not end us.
    }
  };
  // Registered first, loaded afterwards. Nothing that the host says meanwhile is lost: no event is read
  // before this has run to its end.
  await streamDeck.connect();
  const { join } = await import('./plugin.ts');
  settled = join(streamDeck, cancel.signal, (line, error) => log(line, error)).settled;
}

/** How long a request may still take after the host went away, in ms. */
const LAST_MS = 800;
/** The same after a signal: who sends it waits, systemd and a session that ends for some seconds. */
const SIGNALLED_MS = 4_000;

main().catch((error: unknown) => {
  log('could not start', error);
  process.exit(1);
});
