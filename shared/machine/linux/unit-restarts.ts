import type { Run } from '../run.ts';

const SYSTEMCTL = '/usr/bin/systemctl';
const UNIT_MS = 1_500;

/**
 * `Restart=no` is the default of systemd, and said of units that it does not know: a user's own manager knows
 * none of the system's. One that neither knows was made for this start alone. What is not told may restart.
 */
export async function restarts(unit: string, ask: Run): Promise<boolean> {
  for (const manager of ['--user', '--system']) {
    const args = [manager, 'show', '-p', 'LoadState', '-p', 'Restart', '--', unit];
    const env = { XDG_RUNTIME_DIR: `/run/user/${process.getuid?.()}` };
    const said = await ask({ program: SYSTEMCTL, args, timeoutMs: UNIT_MS, env });
    if (!said.known || said.value.code !== 0) return true;
    const { stdout } = said.value;
    if (!/^LoadState=not-found$/m.test(stdout)) return !/^Restart=no$/m.test(stdout);
  }
  return false;
}
