import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { chownSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '../../shared/core/receipt.ts';
import { asRoot } from './as-root.ts';

const NEEDED = ['/usr/lib/polkit-1/polkitd', '/usr/bin/pkcheck', '/usr/bin/dbus-daemon'];
const missing = NEEDED.filter((file) => !existsSync(file));
const ANNA = 1_000;
const BIN = path.resolve('bin/clean-exit.cjs');

/** Mounts of its own: a system bus and a folder of actions that nobody else sees. */
const INSIDE = `
set -e
mount --make-rprivate /
mount -t tmpfs none /run
mkdir /run/actions
mount --bind /run/actions /usr/share/polkit-1/actions
[ "$INSTALLED" != 1 ] || "$NODE" "$BIN" presence install >&2
exec /usr/bin/python3 test/root/polkit.py "$@"
`;

asRoot('presence by polkit', () => {
  describe.skipIf(missing.length > 0)(
    missing.length > 0 ? `${missing.join(', ')} is missing: apt install polkitd` : 'a real polkitd',
    () => {
      let home: string;
      beforeAll(() => {
        home = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-polkit-'));
        const folder = path.join(home, '.config/clean-exit');
        mkdirSync(folder, { recursive: true });
        const policy = { schema: 'clean-exit/policy/2', demand: { exit: ['presence'] } };
        writeFileSync(path.join(folder, 'policy.json'), JSON.stringify(policy));
        for (const one of [home, path.join(home, '.config'), folder]) chownSync(one, ANNA, ANNA);
        chownSync(path.join(folder, 'policy.json'), ANNA, ANNA);
      });
      afterAll(() => rmSync(home, { recursive: true, force: true }));

      /** What a plain user's command says, where the agent of the desktop answers so. */
      async function asked(
        answer: 'yes' | 'no' | 'close' | 'none',
        command: readonly string[],
        { uid = ANNA, installed = true } = {},
      ): Promise<{ readonly said: unknown; readonly agent: string }> {
        const { stdout, stderr } = await execa(
          '/usr/bin/unshare',
          ['-m', '/bin/bash', '-c', INSIDE, 'bash', answer, String(uid), ...command],
          {
            env: {
              ...{ HOME: home, TMPDIR: home, PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
              ...{ NODE: process.execPath, BIN, INSTALLED: installed ? '1' : '0' },
            },
            ...{ extendEnv: false, reject: false, stdin: 'ignore', timeout: 60_000 },
          },
        );
        const last = stdout.trim().split('\n').at(-1) ?? '';
        return { said: last === '' ? stderr : (JSON.parse(last) as unknown), agent: stderr };
      }
      const presence = [process.execPath, BIN, 'presence', '--json'];

      it('is given where the person answers the agent of the desktop', async () => {
        const { said, agent } = await asked('yes', presence);
        expect(said).toMatchObject({ given: { kind: 'presence', by: 'polkit' } });
        expect(agent).toContain('org.clean-exit.presence');
      });

      it.each<['no' | 'close' | 'none', object]>([
        ['no', { why: 'declined' }],
        ['close', { why: 'declined' }],
        ['none', { why: 'not-available', detail: 'no-agent' }],
      ])('is not given where the answer is %s', async (answer, why) => {
        expect((await asked(answer, presence)).said).toMatchObject({ refused: why });
      });

      it('is not to be had before the administrator installed its action, nor by root', async () => {
        const before = await asked('yes', presence, { installed: false });
        expect(before.said).toMatchObject({ refused: { detail: 'polkit-action' } });
        const root = await asked('yes', presence, { uid: 0 });
        expect(root.said).toMatchObject({ refused: { detail: 'root' } });
        expect(root.agent).not.toContain('agent was asked');
      });

      it('lets a safe exit go on, and a closed dialog does not', async () => {
        const start = `"${process.execPath}" "${BIN}"`;
        const script = `${start} practice start >&2; exec ${start} exit practice --json`;
        const command = ['/bin/sh', '-c', script];
        const closed = (await asked('close', command)).said as Receipt;
        expect(closed).toMatchObject({
          verdict: 'still-running',
          refusals: [{ code: 'declined', proof: { kind: 'presence' } }],
        });
        const given = (await asked('yes', command)).said as Receipt;
        expect(given).toMatchObject({ verdict: 'gone', proofs: [{ by: 'polkit' }] });
      });

      it('is asked for by a file that all can read and root alone can write', async () => {
        const file = '/usr/share/polkit-1/actions/org.clean-exit.presence.policy';
        const script = `stat -c '{"mode":"%a","uid":%u}' ${file}`;
        const { said } = await asked('none', ['/bin/sh', '-c', script]);
        expect(said).toEqual({ mode: '644', uid: 0 });
        expect(statSync('deploy/linux/org.clean-exit.presence.policy').size).toBeGreaterThan(0);
      });
    },
  );
});
