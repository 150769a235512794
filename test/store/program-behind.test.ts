import { chmodSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { programBehind } from '../../shared/store/program-behind.ts';
import { folder, programAt, tidy } from '../machine/linux/actors.ts';

tidy();

let top: string;
beforeEach(() => {
  top = realpathSync(folder());
});
const at = (name: string): string => path.join(top, name);

function script(name: string, ...lines: string[]): string {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), `${lines.join('\n')}\n`);
  chmodSync(at(name), 0o755);
  return at(name);
}

describe('a file that a person names as a program', () => {
  it('is that program, unless it is a script or an AppImage', () => {
    expect(programBehind(programAt(at('chat')))).toBeUndefined();
    expect(programBehind(at('not-here'))).toBeUndefined();
    expect(programBehind(top)).toBeUndefined();
    const image = at('Chat-1.2.AppImage');
    expect(programBehind(image)).toEqual({ places: [image], isOpen: false });
  });

  it.each([
    '#!/usr/bin/python3',
    '#!/usr/bin/env node',
    '#!/usr/bin/env -S deno run',
    '#! /usr/bin/perl -w',
  ])('is the script itself where %s runs it, also by a link', (first) => {
    const file = script('chat.x', first);
    expect(programBehind(file)).toEqual({ places: [file], isOpen: false });
    symlinkSync(file, at('chat'));
    expect(programBehind(at('chat'))).toEqual({ places: [at('chat'), file], isOpen: false });
  });

  it.each([
    ['exec %s "$@"'],
    ['export X=1\nexec "%s" --flag "$@"'],
    ['exec 2>/dev/null\nexec -a chat %s'],
    ['[ -n "$W" ] && exec env X=1 %s --wayland\nexec %s'],
    ['HERE=$(dirname "$0")\nexec "$HERE/own/chat" "$@"'],
    ['exec "${HERE}"/own/chat'],
  ])('is what the script of a shell goes on as: %s', (text) => {
    const chat = programAt(at('own/chat'));
    const file = script('start', '#!/bin/sh', text.replaceAll('%s', chat));
    expect(programBehind(file)).toEqual({ places: [file, chat], isOpen: false });
    const outer = script('outer', '#!/usr/bin/env bash', `exec ${file}`);
    expect(programBehind(outer)).toEqual({ places: [outer, file, chat], isOpen: false });
  });

  it.each([
    ['%s &', 'wait'],
    ['%s'],
    ['exec "$PROGRAM"'],
    ['exec /not/there'],
    ['exec /usr/bin/env %s'],
    ['# exec %s'],
    ['exec flatpak run org.chat.Chat'],
    ['exec /usr/bin/sleep 600'],
  ])('may be anything where a shell is told: %s', (...lines) => {
    const chat = programAt(at('own/chat'));
    const file = script('start', '#!/bin/sh', ...lines.map((one) => one.replaceAll('%s', chat)));
    expect(programBehind(file)?.isOpen).toBe(true);
    expect(programBehind(file)?.places).not.toContain(chat);
  });

  it('is no browser, which has other windows as well', () => {
    const browser = programAt(at('own/chromium'));
    const file = script('start', '#!/bin/sh', `exec ${browser} --app=https://chat.example`);
    expect(programBehind(file)).toEqual({ places: [file], isOpen: true });
  });

  it('ends with scripts that start each other', () => {
    const [one, two] = [at('one'), at('two')];
    script('one', '#!/bin/sh', `exec ${two}`);
    script('two', '#!/bin/sh', `exec ${one}`);
    expect(programBehind(one)?.isOpen).toBe(true);
  });
});
