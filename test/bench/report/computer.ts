import { readFileSync } from 'node:fs';
import os from 'node:os';

/** Where and when it was measured. The load before it began tells how calm the computer was. */
export const computer = (): readonly string[] => [
  `${os.cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${os.cpus().length} cores`,
  `${distribution()}, Linux ${os.release()}, Node ${process.version}`,
  `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, load before it began ${os.loadavg()[0]?.toFixed(2) ?? '?'}`,
];

function distribution(): string {
  try {
    return /^PRETTY_NAME="?(.*?)"?$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'Linux';
  } catch {
    return 'Linux';
  }
}
