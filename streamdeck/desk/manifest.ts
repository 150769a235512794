import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { HostKind } from './hosts.ts';

/** What of a manifest the host looks at. */
export interface Manifest {
  readonly UUID: string;
  readonly Version: string;
  readonly CodePath: string;
  readonly PropertyInspectorPath: string;
  readonly Actions: readonly {
    readonly UUID: string;
    readonly Name: string;
    readonly Tooltip: string;
    readonly Icon: string;
    readonly Controllers: readonly ('Keypad' | 'Encoder')[];
    readonly VisibleInActionsList?: boolean;
    readonly PropertyInspectorPath?: string;
  }[];
}

/** The manifest, with what the host's own file overrides. */
export function readManifest(plugin: string, { override }: HostKind): Manifest {
  const read = (name: string): object =>
    JSON.parse(readFileSync(path.join(plugin, name), 'utf8')) as object;
  return { ...read('manifest.json'), ...(override ? read(override) : {}) } as Manifest;
}
