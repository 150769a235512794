import { closeSync, mkdirSync, mkdtempSync, openSync, unlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Where the SDK's log can be: where it wants to, or, with the reason, elsewhere. */
export interface LogFolder {
  readonly elsewhere?: string;
  readonly why?: string;
}

/** A plugin's folder can be read-only (a managed installation, another user's): then the log goes elsewhere. */
export function logFolder(plugin: string): LogFolder {
  try {
    const logs = path.join(plugin, 'logs');
    mkdirSync(logs, { recursive: true });
    // Only writing tells: access(2) does not know the rights that Windows keeps in lists.
    const probe = path.join(logs, `.probe-${process.pid}`);
    closeSync(openSync(probe, 'wx'));
    unlinkSync(probe);
    return {};
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    // Under the plugin's own name, because the SDK calls its log after the folder that it stands in.
    mkdirSync(os.tmpdir(), { recursive: true });
    const elsewhere = mkdtempSync(path.join(os.tmpdir(), `${path.basename(plugin, '.sdPlugin')}-`));
    return { elsewhere, why };
  }
}
