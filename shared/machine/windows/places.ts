import type { Places } from '../../core/paths.ts';

const OURS = 'clean-exit';

/** The folders of Windows as its environment names them, with forward slashes. */
export function windowsPlaces(
  env: Readonly<Record<string, string | undefined>>,
  fallbackHome: string,
): Places {
  const place = (name: string): string | undefined =>
    env[name]?.replaceAll('\\', '/').replace(/\/+$/, '') || undefined;
  const home = place('USERPROFILE') ?? fallbackHome.replaceAll('\\', '/');
  const appData = place('APPDATA') ?? `${home}/AppData/Roaming`;
  const localAppData = place('LOCALAPPDATA') ?? `${home}/AppData/Local`;
  return {
    home,
    documents: `${home}/Documents`,
    appData,
    localAppData,
    programFiles: place('ProgramFiles') ?? 'C:/Program Files',
    programFilesX86: place('ProgramFiles(x86)') ?? 'C:/Program Files (x86)',
    temp: place('TEMP') ?? `${localAppData}/Temp`,
    ourConfig: `${appData}/${OURS}`,
    ourState: `${localAppData}/${OURS}`,
    ourManaged: `${place('ProgramData') ?? 'C:/ProgramData'}/${OURS}`,
  };
}
