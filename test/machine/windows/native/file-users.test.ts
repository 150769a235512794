import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { known } from '../../../../shared/core/known.ts';
import type { Api } from '../../../../shared/machine/windows/native/api.ts';
import { fileUser } from '../../../../shared/machine/windows/native/file-users.ts';

let top: string;
beforeEach(() => (top = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-rm-'))));
afterEach(() => rmSync(top, { recursive: true, force: true }));

const put = (...names: readonly string[]): void => {
  for (const name of names) {
    mkdirSync(path.dirname(path.join(top, name)), { recursive: true });
    writeFileSync(path.join(top, name), 'x');
  }
};

/** The Restart Manager as Microsoft documents it: who has which file open; `error` of one of its functions. */
function manager(
  open: Readonly<Record<string, number>>,
  errors: Readonly<Record<string, number>> = {},
) {
  const buffers: Buffer[] = [];
  const [sessions, asked] = [new Set<number>(), [] as number[]];
  let files: readonly string[] = [];
  let count = 0;
  const later = (work: (...given: readonly never[]) => number) =>
    Object.assign(work, {
      async: (...given: readonly unknown[]) => {
        const done = given.at(-1) as (error: null, value: number) => void;
        done(null, work(...(given.slice(0, -1) as never[])));
      },
    });
  const functions = {
    RmStartSession: (session: Buffer) => {
      session.writeUInt32LE(++count);
      sessions.add(count);
      return errors['RmStartSession'] ?? 0;
    },
    RmRegisterResources: later((_: number, length: number, table: Buffer) => {
      asked.push(length);
      files = Array.from({ length }, (_each, at) => {
        const text = buffers[Number(table.readBigUInt64LE(8 * at)) - 1] ?? Buffer.alloc(0);
        return text.toString('utf16le').replace(/\0$/, '');
      });
      return errors['RmRegisterResources'] ?? 0;
    }),
    RmGetList: later((_: number, _needed: Buffer, rows: Buffer, into: Buffer) => {
      const pids = [...new Set(files.flatMap((file) => open[path.win32.basename(file)] ?? []))];
      rows.writeUInt32LE(pids.length);
      pids.forEach((pid, at) => into.writeUInt32LE(pid, 668 * at));
      return errors['RmGetList'] ?? 0;
    }),
    RmEndSession: (session: number) => (sessions.delete(session), 0),
  };
  const address = (buffer: Buffer): bigint => BigInt(buffers.push(buffer));
  const api = { address, restartManager: () => functions } as unknown as Api;
  return { api, sessions, asked };
}
const whole = () => [{ path: top, whole: true }];

describe('who has a file open, by the Restart Manager', () => {
  it('is told with the file, however deep and among however many', async () => {
    put('a/b/图片.db', ...Array.from({ length: 1_200 }, (_, at) => `c/${at}`));
    const { api, sessions } = manager({ '图片.db': 4_242 });
    expect(await fileUser(api, whole())).toMatchObject({
      value: { pid: 4_242, file: expect.stringMatching(/图片\.db$/) as string },
    });
    expect(sessions.size).toBe(0);
  });

  it('is nobody where nobody has one, and not ourselves', async () => {
    put('a', 'b');
    const { api, sessions } = manager({ a: process.pid });
    expect(await fileUser(api, whole())).toEqual(known(undefined));
    expect(sessions.size).toBe(0);
  });

  it('is not asked about more than 500 files at once, nor below a folder that stays', async () => {
    put('own', ...Array.from({ length: 1_200 }, (_, at) => `c/${at}`));
    const { api, asked } = manager({});
    await fileUser(api, whole());
    expect(asked).toEqual([500, 500, 201]);
    const other = manager({ '7': 4_242 });
    expect(await fileUser(other.api, [{ path: top, whole: false }])).toEqual(known(undefined));
  });

  it.each(['RmStartSession', 'RmRegisterResources', 'RmGetList'])(
    'is unknown, with the reason, where %s fails',
    async (name) => {
      put('a');
      const { api } = manager({}, { [name]: 353 });
      const said = await fileUser(api, whole());
      expect(said).toMatchObject({ known: false });
      expect(JSON.stringify(said)).toContain(`${name}: error 353`);
    },
  );

  it('is unknown where this Windows has no Restart Manager', async () => {
    put('a');
    const restartManager = () => {
      throw new Error('no rstrtmgr.dll');
    };
    expect(await fileUser({ restartManager } as unknown as Api, whole())).toMatchObject({
      known: false,
    });
  });
});
