import path from 'node:path';
import { known, unknown } from '../core/known.ts';
import { MAX_BYTES, reasonOf, type Run } from './run-port.ts';

/** execa waits until every holder of a pipe has closed it; what comes this long after the end counts, in ms. */
const DRAIN_MS = 50;

/**
 * The same as `run`, by execa: its children end when we end, and each way to fail has a field of its own. For
 * programs outside of a look, because it is loaded when it is first needed (15 ms). Never throws.
 */
export const runByExeca: Run = async ({ program, args, input, timeoutMs, env = {}, signal }) => {
  if (!path.isAbsolute(program)) return unknown('failed', `${program} is no absolute path`);
  const { execa } = await import('execa');
  const child = execa(program, [...args], {
    ...{ shell: false, preferLocal: false, extendEnv: false, reject: false, cleanup: true },
    env: { ...env, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' },
    // Kept by execa, what it said would be escaped for the text of a fault: 64 MB of zeros end Node itself there.
    ...{ input: input ?? '', buffer: false, encoding: 'buffer', windowsHide: true },
    ...{ timeout: timeoutMs, killSignal: 'SIGKILL', forceKillAfterDelay: false },
    ...(signal ? { cancelSignal: signal } : {}),
  });
  const heard = { stdout: [] as Buffer[], stderr: [] as Buffer[], bytes: 0 };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (chunk: Buffer) => {
      heard.bytes += chunk.length;
      if (heard.bytes > MAX_BYTES) child.kill('SIGKILL');
      else heard[name].push(chunk);
    });
  // A grandchild that holds the pipe would keep us waiting, also past the time limit.
  child.once('exit', () =>
    setTimeout(() => {
      child.stdout.destroy();
      child.stderr.destroy();
    }, DRAIN_MS),
  );
  const said = await child;
  if (said.timedOut) return unknown('timeout', `${program}: no answer in ${timeoutMs} ms`);
  if (said.isCanceled) return unknown('failed', `${program}: ABORT_ERR`);
  if (heard.bytes > MAX_BYTES) return unknown('failed', `${program}: more than ${MAX_BYTES} bytes`);
  if (said.exitCode !== undefined)
    return known({
      stdout: Buffer.concat(heard.stdout).toString('utf8'),
      stderr: Buffer.concat(heard.stderr).toString('utf8'),
      code: said.exitCode,
    });
  const code = said.code ?? said.signal ?? 'no exit code';
  return unknown(reasonOf(code), `${program}: ${code}`);
};
