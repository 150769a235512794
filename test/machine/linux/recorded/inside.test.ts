import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { lookAround } from '../../../../shared/machine/linux/inside.ts';
import { fileFolder } from '../../../file-folder.ts';

/** A computer on which these files lie, looked at by the process `pid`. */
function inside(files: Readonly<Record<string, string>>, pid = 500): string | undefined {
  const root = fileFolder('inside');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return lookAround(root, pid);
}

it.each<[what: string, files: Readonly<Record<string, string>>, pid?: number]>([
  ['the first process of a namespace', {}, 1],
  ['a Flatpak', { '.flatpak-info': '[Application]' }],
  ['podman', { 'run/.containerenv': '' }],
  ['a container that names itself first', { 'proc/1/environ': 'container=lxc\0HOME=/\0' }],
  ['a container that names itself later', { 'proc/1/environ': 'HOME=/\0container=oci\0' }],
])('%s sees no processes of the desktop', (_, files, pid) => {
  expect(inside(files, pid)).toBeDefined();
});

it.each<[what: string, files: Readonly<Record<string, string>>]>([
  ['a computer whose first process hides its environment', {}],
  ['a desktop in Docker', { '.dockerenv': '', 'proc/1/environ': 'HOME=/\0' }],
  ['another word that ends so', { 'proc/1/environ': 'my_container=x\0A=container=y\0' }],
])('%s is no reason not to look', (_, files) => {
  expect(inside(files)).toBeUndefined();
});
