import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TOKEN_FILE, TOKEN_SIGNATURE } from '../../core/volume-token.ts';

/** Writes a token and its signature onto a volume, in the place of an older one. A link there is removed, not followed. */
export function writeToken(place: string, token: string, signature: string): void {
  for (const [name, text] of [
    [TOKEN_FILE, token],
    [TOKEN_SIGNATURE, signature],
  ] as const) {
    const file = path.join(place, name);
    rmSync(file, { force: true });
    writeFileSync(file, text, { flag: 'wx' });
  }
}
