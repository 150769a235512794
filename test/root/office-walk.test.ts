import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterEach, expect, it } from 'vitest';
import { startChild, type Child } from '../desk/child.ts';
import { asRoot } from './as-root.ts';
import { openHouse, type House } from './house.ts';

const PAGES = ['docs/office.md', 'docs/office.zh-CN.md'];
const STEP_MS = 30_000;

/** The lines of the blocks of a page, as a person types them one after the other. */
const linesOf = (page: string): readonly string[] =>
  [...readFileSync(page, 'utf8').matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = '']) =>
    block.split('\n').filter(Boolean),
  );

/** Under a hold nothing is removed or set aside, and an order runs once. */
const REFUSED = /^clean-exit (purge|reset) practice$/;
const FORCE = 'clean-exit force practice';
const RUN = /^clean-exit run /;

asRoot('docs/office', () => {
  let house: House | undefined;
  let desk: House;
  const begun: Child[] = [];
  afterEach(async () => {
    for (const child of begun.splice(0)) await child.end();
    await house?.end();
    house = undefined;
  });

  /** At a terminal, in anna's home; `sudo` is root in the same house. */
  const type = async (line: string, language: Record<string, string>): Promise<Child> => {
    const who = line.startsWith('sudo ') ? 'root' : 'anna';
    const shell = line.replace(/^sudo /, '');
    const [program, args] = desk.inside(
      who,
      ...['/usr/bin/script', '-qefc', `stty cols 100 rows 50; ${shell}`, '/dev/null'],
    );
    const child = await startChild(program, args, {
      env: { ...environmentOf(desk), ...language },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    begun.push(child);
    return child;
  };

  it.each(PAGES)('%s can be followed word for word', { timeout: 180_000 }, async (page) => {
    desk = house = await openHouse({ ownEtc: true });
    const lines = linesOf(page);
    expect(lines.length).toBeGreaterThan(25);
    // A file that the page shows is one that the person writes.
    const policy = /^```json\n(.*?)^```/ms.exec(readFileSync(page, 'utf8'))?.[1] ?? '';
    writeFileSync(path.join(desk.homes.anna, 'policy.json'), policy);
    const shim = path.join(desk.homes.anna, 'clean-exit');
    const top = path.dirname(desk.homes.anna);
    writeFileSync(
      shim,
      `#!/bin/sh
exec ${top}/node ${top}/program/bin/clean-exit.cjs "$@"
`,
    );
    chmodSync(shim, 0o755);
    let secret = '';
    const said: [line: string, code: number, said: string][] = [];
    for (const line of lines) {
      const child = await type(line, page.includes('zh') ? { LANG: 'zh_CN.UTF-8' } : {});
      if (line === 'clean-exit code enrol') {
        await child.says('secret=');
        await child.says(page.includes('zh') ? '：' : 'shows now:');
        secret = /secret=([A-Z2-7]+)/.exec(child.stdout())?.[1] ?? '';
        child.child.stdin?.write(`${shown(secret, -1)}\r`);
      }
      if (line === FORCE) {
        await child.says('[y/N]');
        child.child.stdin?.write('y\r');
        await child.says(page.includes('zh') ? '验证码' : 'app:');
        child.child.stdin?.write(`${shown(secret, 0)}\r`);
      }
      await child.ended;
      said.push([line, child.child.exitCode ?? -1, child.stdout()]);
    }
    const runs = said.filter(([line]) => RUN.test(line)).map(([, code]) => code);
    expect(runs).toEqual([0, 1]);
    for (const [line, code, text] of said.filter(([one]) => !RUN.test(one)))
      expect([line, code, text]).toEqual([line, REFUSED.test(line) ? 1 : 0, text]);
    const forced = said.find(([line]) => line === FORCE)?.[2] ?? '';
    expect(forced).toMatch(/totp [0-9a-f]{8}/);
    expect(said.at(-1)?.[0]).toBe('sudo rm -r /etc/clean-exit');
  });
});

const shown = (base32: string, steps: number): string =>
  new TOTP({ secret: Secret.fromBase32(base32) }).generate({
    timestamp: Date.now() + steps * STEP_MS,
  });

const environmentOf = ({ homes }: House) => ({
  ...{ HOME: homes.anna, XDG_RUNTIME_DIR: homes.anna, TERM: 'xterm', SHELL: '/bin/sh' },
  ...{ PATH: `${homes.anna}:/usr/bin:/bin:/usr/sbin:/sbin`, LANG: 'C.UTF-8', USER: 'anna' },
});
