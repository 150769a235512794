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

async function main(): Promise<void> {
  // The SDK writes its log into the folder it is loaded in, and dies where it cannot; the manifest is in ours.
  const plugin = process.cwd();
  const folder = logFolder(plugin);
  if (folder.elsewhere !== undefined) {
    log(`this folder cannot be written (${folder.why}): the log is in ${folder.elsewhere}`);
    process.chdir(folder.elsewhere);
  }
  const at = process.argv.indexOf('-port');
  onHostGone(Number(process.argv[at + 1]), () => {
    cancel.abort();
    // What was begun is ended tidily and recorded, but nobody waits for us longer than this.
    setTimeout(() => process.exit(0), LAST_MS);
    void settled().then(() => process.exit(0));
  });
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

main().catch((error: unknown) => {
  log('could not start', error);
  process.exit(1);
});
