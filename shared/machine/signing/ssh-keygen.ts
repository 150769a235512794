import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Distrust } from '../../core/distrust.ts';
import type { Known } from '../../core/known.ts';
import type { Platform } from '../../core/model.ts';
import type { Places } from '../../core/paths.ts';
import type { Environment } from '../linux/places.ts';
import { distrustOf } from '../files/distrust.ts';
import { makeOwnFolder } from '../files/own-folder.ts';
import type { Checked, Signed, Signing, ToCheck, ToSign } from '../port/signing.ts';
import { runByExeca } from '../run-execa.ts';
import type { Run, Said } from '../run-port.ts';
import { ownKey } from './own-key.ts';
import { signersFiles, type SignersFiles } from './signers-files.ts';
import { readSshSignature } from './sshsig.ts';

/** A security key waits so long for a touch, a person for a password, in ms. */
const SIGN_MS = 60_000;
const CHECK_MS = 10_000;
/** Times at which only keys that are not valid yet, or no more, differ from now. */
const LONG_AGO = '19710101';
const FAR_AWAY = '21000101';

/** How ssh-keygen reaches the person: the agent, a dialog for a password, the library of a security key. */
const PASSED =
  /^(HOME|USERPROFILE|SystemRoot|DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|SSH_AUTH_SOCK|SSH_ASKPASS|SSH_ASKPASS_REQUIRE|SSH_SK_PROVIDER|DBUS_SESSION_BUS_ADDRESS|XDG_RUNTIME_DIR)$/;

export interface SshKeygenOptions {
  readonly platform: Platform;
  readonly places: Places;
  readonly env: Environment;
  readonly run?: Run;
  /** Who could have written a managed file; by owner and mode where absent. */
  readonly distrusts?: ((file: string) => Promise<Distrust | undefined>) | undefined;
  /** Absolute path of ssh-keygen. */
  readonly program?: string;
}

/** Where the system itself has it: OpenSSH of Windows 10 (1809), of macOS, of each Linux. */
export const sshKeygenAt = (platform: Platform, { SystemRoot }: Environment): string =>
  platform === 'windows'
    ? `${SystemRoot ?? 'C:\\Windows'}\\System32\\OpenSSH\\ssh-keygen.exe`
    : '/usr/bin/ssh-keygen';

/** Signing by the ssh-keygen of this computer. What it can decide it decides: nothing of `allowed_signers` is read here. */
export function sshKeygen(options: SshKeygenOptions): Signing {
  const { platform, places, env, run = runByExeca } = options;
  const { program = sshKeygenAt(platform, env), distrusts = byMode } = options;
  const asked = Object.fromEntries(Object.entries(env).filter(([name]) => PASSED.test(name)));
  return {
    ownKey: () => ownKey(places),
    sign: async ({ namespace, text, key, signal }: ToSign): Promise<Signed> => {
      const said = await run({
        ...{ program, args: ['-Y', 'sign', '-f', key, '-n', namespace], input: text },
        ...{ timeoutMs: SIGN_MS, env: asked, ...(signal ? { signal } : {}) },
      });
      return signedOf(said, key);
    },
    check: async (order): Promise<Checked> => {
      const signers = await signersFiles(places, distrusts);
      if (signers === undefined) return { why: 'no-signers', detail: places.ourConfig };
      if ('why' in signers)
        return { why: 'cannot-check', detail: `${signers.file} (${signers.why})` };
      const ask = (args: readonly string[], input = '') =>
        run({ program, args, input, timeoutMs: CHECK_MS, env: {} });
      return inFile(places.ourState, order.signature, (file) => check(order, file, signers, ask));
    },
  };
}

const byMode = async (file: string): Promise<Distrust | undefined> => distrustOf(file);

function signedOf(said: Known<Said>, key: string): Signed {
  if (!said.known) {
    const { code, detail = '' } = said.why;
    const why = code === 'unsupported' ? 'no-program' : code === 'timeout' ? code : 'failed';
    return { why, detail };
  }
  const { code, stdout, stderr } = said.value;
  if (code === 0 && readSshSignature(stdout)) return { signature: unixLines(stdout) };
  const isMissing = /No such file or directory|Couldn't load public key/.test(stderr);
  return { why: isMissing ? 'no-key' : 'failed', detail: isMissing ? key : lastLine(stderr) };
}

type Ask = (args: readonly string[], input?: string) => Promise<Known<Said>>;

async function check(
  { namespace, text, signature }: ToCheck,
  file: string,
  { allowed, revoked }: SignersFiles,
  ask: Ask,
): Promise<Checked> {
  const read = readSshSignature(signature);
  if (!read) return { why: 'not-a-signature', detail: '' };
  if (read.namespace !== namespace) return { why: 'wrong-namespace', detail: read.namespace };
  const whole = await ask(['-Y', 'check-novalidate', '-n', namespace, '-s', file], text);
  if (!whole.known) return cannot(whole);
  if (whole.value.code !== 0) return { why: 'bad-signature', detail: lastLine(whole.value.stderr) };
  const find = (at: readonly string[] = []) =>
    ask(['-Y', 'find-principals', '-s', file, '-f', allowed, ...at]);
  const found = await find();
  if (!found.known) return cannot(found);
  if (found.value.code !== 0)
    return notFound(
      read.key,
      await find(['-Overify-time=' + LONG_AGO]),
      await find(['-Overify-time=' + FAR_AWAY]),
    );
  const principals = found.value.stdout
    .split(/[\n,]/)
    .map((one) => one.trim())
    .filter(Boolean);
  const pattern = principals.find((one) => /[*?!]/.test(one));
  if (pattern !== undefined) return { why: 'signer-pattern', detail: pattern };
  const [first = ''] = principals;
  const named = ['-f', allowed, '-I', first, '-n', namespace, '-s', file];
  const revocation = revoked === undefined ? [] : ['-r', revoked];
  const verified = await ask(['-Y', 'verify', ...named, ...revocation], text);
  if (!verified.known) return cannot(verified);
  return verified.value.code === 0
    ? { principals, key: read.key }
    : { why: 'unknown-signer', detail: `${first}: ${lastLine(verified.value.stderr)}` };
}

/** A key that is found at another time is known, and may not sign now. */
function notFound(key: string, ...other: readonly Known<Said>[]): Checked {
  const named = other.find((one) => one.known && one.value.code === 0);
  return named?.known
    ? { why: 'signer-expired', detail: `${named.value.stdout.trim()} (${key})` }
    : { why: 'unknown-signer', detail: key };
}

const cannot = (said: Known<unknown>): Checked => ({
  why: 'cannot-check',
  detail: said.known ? '' : (said.why.detail ?? said.why.code),
});

/** What it says last is why it says no; a question that nobody could answer stands before it in the same line. */
const lastLine = (text: string): string =>
  (text.trim().split('\n').at(-1)?.trim() ?? '').replace(/^Enter [^:]*: /, '');

/** Windows and mail end lines otherwise; ssh-keygen of Linux then calls a signature none. */
const unixLines = (text: string): string => text.replace(/\r\n/g, '\n');

/** ssh-keygen reads a signature from a file alone: one of ours, 0600, while it is asked. */
async function inFile(
  folder: string,
  text: string,
  ask: (file: string) => Promise<Checked>,
): Promise<Checked> {
  const file = path.join(
    folder,
    `signature.${process.pid}.${process.hrtime.bigint().toString(36)}.draft`,
  );
  try {
    makeOwnFolder(folder);
    writeFileSync(file, unixLines(text), { mode: 0o600, flag: 'wx' });
    return await ask(file);
  } catch (error) {
    return { why: 'cannot-check', detail: String(error) };
  } finally {
    rmSync(file, { force: true });
  }
}
