import { chmodSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../shared/core/client.ts';
import { clientWarnings } from '../../shared/store/client-warnings.ts';
import { linuxPlaces } from '../../shared/machine/linux/places.ts';
import { clientOf, clientSchema } from '../../shared/schema/client.ts';
import { folder, programAt, tidy } from '../machine/linux/actors.ts';

tidy();

let home: string;
beforeEach(() => {
  home = realpathSync(folder());
});

const client = (root: object, helper: object = root): Client =>
  clientOf(
    clientSchema.parse({
      schema: 'clean-exit/client/1',
      id: 'irc',
      name: 'IRC',
      editions: [
        { platform: 'macos', roots: [{ exe: '/Applications/IRC' }] },
        { platform: 'linux', roots: [root], helpers: [helper] },
      ],
    }),
    '/clients/irc.json',
  );

const warnings = (...args: Parameters<typeof client>) =>
  clientWarnings([client(...args)], 'linux', linuxPlaces({ HOME: home }, home));

const at = (name: string): string => path.join(home, name);

function script(file: string, first: string): string {
  writeFileSync(file, `${first}\necho hello\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('a program of the user', () => {
  it('that is one is no cause for doubt, nor one that is not here', () => {
    programAt(at('irc'));
    expect(warnings({ exe: '{home}/irc' }, { exe: '{home}/not-here' })).toEqual([]);
  });

  it('that is a link is followed, also below a folder that is one', () => {
    symlinkSync(programAt(at('real')), at('irc'));
    mkdirSync(at('opt'));
    programAt(at('opt/irc'));
    symlinkSync(at('opt'), at('usr'));
    expect(warnings({ exe: '{home}/irc' }, { exe: at('usr/irc') })).toEqual([]);
  });

  it('that is a script is shown as its interpreter, also behind a link', () => {
    symlinkSync(script(at('irc.sh'), '#!/usr/bin/env sh'), at('irc'));
    expect(warnings({ exe: '{home}/irc' })[0]?.expected).toBe(
      `the program that runs it: ${at('irc')} is a script (#!/usr/bin/env sh); name its interpreter as "exe" and ${at('irc')} as "script"`,
    );
  });

  it('that runs a script is what is looked at, not the script', () => {
    programAt(at('interpreter'));
    script(at('irc'), '#!/bin/sh');
    expect(warnings({ exe: at('interpreter'), script: at('irc') })).toEqual([]);
  });

  it('is not guessed at: patterns, sandboxes, folders, and places that are not here', () => {
    symlinkSync(programAt(at('real')), at('irc'));
    for (const exe of ['{home}/ir?', '{appData}/irc', '{home}', '**/irc'])
      expect(warnings({ exe })).toEqual([]);
    expect(warnings({ exe: at('irc'), sandbox: 'org.irc.IRC' })).toEqual([]);
  });

  it('of the catalogue or of another system is none of his', () => {
    symlinkSync(programAt(at('real')), at('irc'));
    const own = client({ exe: at('irc') });
    const places = linuxPlaces({ HOME: home }, home);
    expect(clientWarnings([{ ...own, origin: 'catalogue' }], 'linux', places)).toEqual([]);
    expect(clientWarnings([own], 'macos', places)).toEqual([]);
  });
});
