// npm hands SIGTERM to the shell that it starts a script in, and that shell ends without us (npm 11, dash).
import process from 'node:process';

/** How often it is looked whether the shell of npm is still there, in ms. */
const EVERY_MS = 250;

/**
 * Ends us as a signal would once npm's shell has ended; never where npm did not start us, so that a script that is
 * started in the background lives on. Windows keeps the number of a parent that has ended: there it never does.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, EVERY_MS);
  timer.unref();
}
