import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { startChild, type Child } from './child.ts';
import { programs } from './missing.ts';

export interface Screen {
  /** `:7`. */
  readonly display: string;
  readonly server: Child;
  /** The file with the cookie, where the screen is locked. */
  readonly authority?: string;
}

/** A virtual screen on a display that nobody uses; `locked` ones answer only those who have the cookie. */
export async function startScreen(
  folder: string,
  env: NodeJS.ProcessEnv,
  locked: boolean,
): Promise<Screen> {
  const authority = locked ? writeAuthority(path.join(folder, 'Xauthority')) : undefined;
  const args = ['-displayfd', '3', '-screen', '0', '1024x768x24', '-nolisten', 'tcp', '-noreset'];
  const server = await startChild(
    programs.xvfb.file,
    authority === undefined ? args : [...args, '-auth', authority],
    { env, stdio: ['ignore', 'ignore', 'pipe', 'pipe'], gently: true },
  );
  const display = `:${await Promise.race([numberFrom(server), failed(server)])}`;
  return authority === undefined ? { display, server } : { display, server, authority };
}

/** The server writes the digits and the end of the line apart, and dies if nobody takes the second. */
async function numberFrom(server: Child): Promise<string> {
  const output = server.child.stdio[3];
  if (!(output instanceof Readable)) throw new Error('Xvfb has nowhere to tell its display');
  let text = '';
  for await (const data of output) {
    text += String(data);
    if (text.includes('\n')) break;
  }
  return text.trim();
}

const failed = (server: Child): Promise<never> =>
  server.ended.then(() => Promise.reject(new Error(`Xvfb ended: ${server.stderr()}`)));

/** One entry of Xauthority(5) for this computer and every display: family, address, number, name, data. */
function writeAuthority(file: string): string {
  const LOCAL = 256;
  const family = Buffer.alloc(2);
  family.writeUInt16BE(LOCAL);
  const fields = [os.hostname(), '', 'MIT-MAGIC-COOKIE-1', randomBytes(16)].map((field) => {
    const data = Buffer.from(field as string);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(data.length);
    return Buffer.concat([length, data]);
  });
  writeFileSync(file, Buffer.concat([family, ...fields]), { mode: 0o600 });
  return file;
}
