import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { tidyHomes } from '../../cli/home.ts';
import { stage, tidyHosts } from './stage.ts';

tidyHomes();
tidyHosts();

describe('the plugin’s number', () => {
  it('stands in no list of arguments', async () => {
    const { host } = await stage();
    const line = readFileSync(`/proc/${host.process.pid}/cmdline`, 'utf8');
    expect(line).toContain('--import');
    expect(line).not.toContain(host.pluginUuid);
  });

  it('registers once: a second one is turned away and told, and the first stays', async () => {
    const { host, key } = await stage();
    const refused = once(host, 'refused');
    const thief = new WebSocket(`ws://127.0.0.1:${host.port}`);
    await once(thief, 'open');
    thief.send(JSON.stringify({ event: 'registerPlugin', uuid: host.pluginUuid }));
    await once(thief, 'close');
    expect(await refused).toEqual(['plugin']);
    await key('status').shows(/./);
  });
});
