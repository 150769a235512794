import { readFileSync } from 'node:fs';
import { asError } from '../../core/as-error.ts';
import { known, map, unknown, type Known } from '../../core/known.ts';
import type { Platform } from '../../core/model.ts';
import type { Environment } from '../linux/places.ts';
import { runByExeca } from '../run-execa.ts';
import type { Run } from '../run-port.ts';
import { fingerprintOf } from './fingerprint.ts';

const TIMEOUT_MS = 10_000;

/** The fingerprint of this computer; unknown where the system does not say which one it is. */
export const deviceFingerprint = async (
  platform: Platform,
  env: Environment,
  run: Run = runByExeca,
): Promise<Known<string>> => map(await machineId(platform, env, run), fingerprintOf);

async function machineId(platform: Platform, env: Environment, run: Run): Promise<Known<string>> {
  switch (platform) {
    case 'linux':
      return machineIdIn('/etc/machine-id');
    case 'macos':
      return said(run, '/usr/sbin/ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice'], IOREG);
    case 'windows': {
      const program = `${env['SystemRoot'] ?? 'C:\\Windows'}\\System32\\reg.exe`;
      return said(run, program, ['query', GUID_KEY, '/v', 'MachineGuid'], REG);
    }
  }
}

const GUID_KEY = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography';
const IOREG = /"IOPlatformUUID" = "([0-9A-F-]{36})"/;
const REG = /MachineGuid\s+REG_SZ\s+([0-9A-Fa-f-]{36})/;

/** machine-id(5): 32 lower-case hexadecimal digits; "uninitialized" before the first start is over. */
function machineIdIn(file: string): Known<string> {
  try {
    const [id] = /^[0-9a-f]{32}$/m.exec(readFileSync(file, 'utf8')) ?? [];
    return id === undefined ? unknown('not-understood', file) : known(id);
  } catch (error) {
    return unknown('failed', asError(error).message);
  }
}

async function said(
  run: Run,
  program: string,
  args: readonly string[],
  pattern: RegExp,
): Promise<Known<string>> {
  const answer = await run({ program, args, timeoutMs: TIMEOUT_MS });
  if (!answer.known) return answer;
  const [, id] = pattern.exec(answer.value.stdout) ?? [];
  return id === undefined ? unknown('not-understood', program) : known(id.toLowerCase());
}
