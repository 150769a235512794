import { readFileSync } from 'node:fs';

/** Libraries, and what every program maps of its language. */
const ANYBODYS = /\.so(?:\.[\w.]+)?$|^\/usr\/(?:share|lib\/locale)\/|^\/(?:dev|memfd:|SYSV)/;

/**
 * The files that a process has mapped beside its own program and its libraries, by `/proc/PID/maps` (proc(5)): a
 * loader has the program among them that it runs. Empty where that cannot be read.
 */
export function mappedFiles(pid: number, exe: string, proc: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(`${proc}/${pid}/maps`, 'utf8');
  } catch {
    return []; // It hides them, or it has left.
  }
  const lines = text.matchAll(/^(?:\S+ ){4}\S+ +(\/.+?)(?: \(deleted\))?$/gm);
  const files = [...lines].map(([, file = '']) => file);
  return [...new Set(files)].filter((file) => file !== exe && !ANYBODYS.test(file));
}
