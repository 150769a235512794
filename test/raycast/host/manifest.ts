import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Mode } from './api.ts';

interface Preference {
  readonly name: string;
  readonly default?: unknown;
}

interface Manifest {
  readonly name: string;
  readonly preferences?: readonly Preference[];
  readonly commands: readonly {
    readonly name: string;
    readonly mode: Mode;
    readonly preferences?: readonly Preference[];
  }[];
}

/** How a command runs, and its settings: the defaults of the manifest below those of the person. */
export function describe(
  folder: string,
  command: string,
  settings: Readonly<Record<string, unknown>>,
): { readonly mode: Mode; readonly preferences: Readonly<Record<string, unknown>> } {
  const text = readFileSync(path.join(folder, 'package.json'), 'utf8');
  const manifest = JSON.parse(text) as Manifest;
  const found = manifest.commands.find(({ name }) => name === command);
  if (!found) throw new Error(`the manifest has no command ${command}`);
  const all = [...(manifest.preferences ?? []), ...(found.preferences ?? [])];
  const unknown = Object.keys(settings).filter((key) => !manifestKeys(manifest).has(key));
  if (unknown.length > 0) throw new Error(`the manifest has no setting ${unknown.join(', ')}`);
  const defaults = all.flatMap((one) =>
    one.default === undefined ? [] : [[one.name, one.default]],
  );
  const preferences = Object.fromEntries(defaults) as Readonly<Record<string, unknown>>;
  return { mode: found.mode, preferences: { ...preferences, ...settings } };
}

const manifestKeys = ({ preferences = [], commands }: Manifest): ReadonlySet<string> =>
  new Set(
    [...preferences, ...commands.flatMap((one) => one.preferences ?? [])].map(({ name }) => name),
  );
