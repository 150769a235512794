import { closeSync, readdirSync, readFileSync } from 'node:fs';

/**
 * Closes what our own starter left open to us beside input, output and errors: a lock of root's shell, a file that only
 * root may read. Node hides the first ones from its programs, up to a gap (uv_disable_stdio_inheritance, libuv); what
 * Node opens itself is closed on exec. Throws what the system says where descriptors cannot be listed.
 */
export function closeInherited(self = '/proc/self'): void {
  for (const fd of readdirSync(`${self}/fd`).map(Number))
    if (fd > 2 && isPassedOn(`${self}/fdinfo/${fd}`)) closeSync(fd);
}

/** O_CLOEXEC, as fdinfo shows it (proc(5)): the same on every architecture that Node runs on. */
const CLOSED_ON_EXEC = 0o2000000;

function isPassedOn(info: string): boolean {
  const flags = /^flags:\s*([0-7]+)$/m.exec(textOf(info) ?? '')?.[1];
  return flags !== undefined && (Number.parseInt(flags, 8) & CLOSED_ON_EXEC) === 0;
}

/** Undefined for the descriptor of the listing itself, which is closed by now. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
