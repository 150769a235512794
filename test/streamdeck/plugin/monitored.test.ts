import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { editionsOn } from '../../../shared/core/client.ts';
import { APPLICATIONS } from '../../../streamdeck/applications.ts';

const FOLDER = 'streamdeck/org.clean-exit.keys.sdPlugin';
const { mac, windows } = APPLICATIONS['manifest.json'] ?? {};
const { linux } = APPLICATIONS['manifest.linux.json'] ?? {};

describe('hosts are told', () => {
  it('on macOS the bundles of every client', () => {
    const ids = clients
      .flatMap((client) => editionsOn(client, 'macos'))
      .map((one) => one.bundleIds[0]);
    expect(mac).toEqual(expect.arrayContaining(ids));
  });

  it('on Windows programs by their whole names', () => {
    expect(windows).toEqual(
      expect.arrayContaining(['Weixin.exe', 'WXWork.exe', 'QQ.exe', 'Teams.exe']),
    );
    for (const name of windows ?? []) expect(name).toMatch(/^[\w.-]+\.exe$/);
  });

  it('on Linux what the kernel keeps of the name: 15 bytes', () => {
    expect(linux).toEqual(expect.arrayContaining(['wechat', 'WXWork.exe', 'telegram-deskto']));
    for (const name of linux ?? []) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(15);
  });

  it.each(Object.keys(APPLICATIONS))(
    'nothing of it by hand: %s in the repository names no client',
    (name) => {
      expect(readFileSync(`${FOLDER}/${name}`, 'utf8')).not.toContain('ApplicationsToMonitor');
    },
  );
});
