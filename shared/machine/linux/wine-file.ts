import { existsSync, readdirSync } from 'node:fs';

/**
 * Where a program of Wine lies for Linux: `C:\T\QQ.exe` below the drives of its prefix (`WINEPREFIX`, wine(1)).
 * A path of Linux's own is looked for as it stands. Undefined where no such file is found, and for a relative
 * name, which is no file of our own folder; Windows ignores the case of letters.
 */
export function wineFile(
  program: string,
  env: ReadonlyMap<string, string> | undefined,
): string | undefined {
  const slashed = program.replaceAll('\\', '/');
  const drive = /^([A-Za-z]):\/(.*)$/.exec(slashed);
  if (!drive) return slashed.startsWith('/') ? withLetters('', slashed.slice(1)) : undefined;
  const prefix = env?.get('WINEPREFIX') ?? `${env?.get('HOME') ?? ''}/.wine`;
  return withLetters(`${prefix}/dosdevices/${(drive[1] ?? '').toLowerCase()}:`, drive[2] ?? '');
}

function withLetters(top: string, rest: string): string | undefined {
  if (existsSync(`${top}/${rest}`)) return `${top}/${rest}`;
  let at = top;
  for (const part of rest.split('/').filter(Boolean)) {
    const same = namesIn(`${at}/`).find((one) => one.toLowerCase() === part.toLowerCase());
    if (same === undefined) return undefined;
    at = `${at}/${same}`;
  }
  return at;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // Not there, or closed to us.
  }
}
