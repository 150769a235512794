import type { Observation, Presence } from './model.ts';
import { likelyAmong } from './rules/what-is-not-recognised-is-not-gone.ts';

/** What a client is doing, as far as one look tells; ignorance is never read as absence. */
export function presence(seen: Observation): Presence {
  if (!seen.processes.known) return 'unknown';
  const hasRoot = seen.processes.value.some((process) => process.role === 'root');
  if (hasRoot) {
    const hidden = seen.windows.known && !seen.windows.value.some((window) => window.visible);
    const inTray = seen.trayIcons.known && seen.trayIcons.value.length > 0;
    return hidden && inTray ? 'in-tray' : 'running';
  }
  if (likelyAmong(seen.doubts).length > 0) return 'unknown';
  if (seen.processes.value.length > 0) return 'residue';
  if (seen.trayIcons.known && seen.trayIcons.value.length > 0) return 'residue';
  if (seen.windows.known && seen.windows.value.length > 0) return 'residue';
  return seen.trayIcons.known && seen.windows.known && !seen.othersUnseen ? 'gone' : 'unknown';
}
