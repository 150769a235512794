import {
  appendFileSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { ship } from '../../../shared/store/audit/ship.ts';
import { keepSpool, spoolOf, unshippedFrom } from '../../../shared/store/audit/spool.ts';
import { linesOf, logOf, missingOf, newFolder } from './shipping.ts';

const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A receiver that breaks its connections off after so many bytes, one after the other, and then is good. */
async function receiverThatDies(after: readonly number[]) {
  const whole: string[] = [];
  let at = 0;
  const server = createServer({ allowHalfOpen: true }, (socket: Socket) => {
    const limit = after[at++];
    const chunks: Buffer[] = [];
    let count = 0;
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      count += chunk.length;
      if (limit !== undefined && count > limit) socket.resetAndDestroy();
    });
    socket.on('end', () => {
      whole.push(...linesOf(Buffer.concat(chunks)));
      socket.end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const receiver = { host: '127.0.0.1', port };
  return { whole, destination: { to: `syslog+tcp://127.0.0.1:${port}`, receiver } };
}

describe('a receiver that dies anywhere', () => {
  it('has every line in the end, and is said to have it only then', async () => {
    const { folder, log } = logOf(40, 7);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(40_000), { maxLength: 4 }), async (after) => {
        rmSync(path.join(folder, 'spool'), { recursive: true, force: true });
        const { whole, destination } = await receiverThatDies(after);
        for (let tries = 0; tries <= after.length; tries++) {
          const found = await ship({ folder, destination, now: Date.now });
          if (found.code === 'shipped') break;
        }
        expect(missingOf(log, whole)).toEqual([]);
        expect(spoolOf(folder, destination.to, log.chain).next).toBe(log.lines.length);
      }),
      { numRuns: 12 },
    );
  });

  it('gets what it took within the last minute again, which nothing prunes until then', async () => {
    const { folder, log } = logOf(40, 7);
    const { whole, destination } = await receiverThatDies([]);
    await ship({ folder, destination, now: () => 1_000 });
    expect(unshippedFrom(folder, destination.to)).toBe(log.lines.length);
    log.requests(1);
    appendFileSync(path.join(folder, 'log-000000000035.jsonl'), `${log.lines[41]}\n`);
    const dead = { ...destination, receiver: { host: '127.0.0.1', port: 1 } };
    const failed = await ship({ folder, destination: dead, now: () => 2_000 });
    expect(failed).toMatchObject({ code: 'failed', left: 42, next: 0 });
    expect(unshippedFrom(folder, destination.to)).toBe(0);
    expect(await ship({ folder, destination, now: () => 3_000 })).toMatchObject({ shipped: 42 });
    expect(whole).toEqual([...log.lines.slice(0, 41), ...log.lines.slice(0, 42)]);
  });

  it('gets lines again from a number on, and none is left out by a number that is too high', async () => {
    const { folder, log } = logOf(10);
    const { whole, destination } = await receiverThatDies([]);
    await ship({ folder, destination, now: Date.now, again: 9 });
    expect(whole).toEqual(log.lines);
    expect(await ship({ folder, destination, now: Date.now, again: 9 })).toMatchObject({
      again: 2,
    });
    expect(whole.slice(11)).toEqual(log.lines.slice(9));
  });

  it('gets nothing in a dry run', async () => {
    const { folder } = logOf(10);
    const { whole, destination } = await receiverThatDies([]);
    const found = await ship({ folder, destination, now: Date.now, isDry: true });
    expect(found).toMatchObject({ code: 'would', left: 11 });
    expect(whole).toEqual([]);
    expect(readdirSync(folder)).not.toContain('spool');
  });
});

describe('a folder that an agent tails', () => {
  it('has the log byte for byte, wherever its copy was cut, and its checkpoints', async () => {
    const { folder, log, checkpoint } = logOf(12, 5);
    const note = checkpoint();
    const there = newFolder();
    const go = () => ship({ folder, destination: { to: there, folder: there }, now: Date.now });
    await go();
    const [name = '', noted = ''] = readdirSync(there).sort((a, b) => a.length - b.length);
    expect(name).toBe(`clean-exit-audit-abababab-${log.chain.slice(0, 8)}.jsonl`);
    expect(readFileSync(path.join(there, noted), 'utf8')).toBe(note);
    const copy = path.join(there, name);
    expect(readFileSync(copy).equals(log.bytes)).toBe(true);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: log.bytes.length }), async (size) => {
        truncateSync(copy, size);
        // What is cut within the first line is no copy whose number is known: it is shipped again by hand.
        const again = size <= (log.lines[0]?.length ?? 0) ? { again: 0 } : {};
        const destination = { to: there, folder: there };
        await ship({ folder, destination, now: Date.now, ...again });
        expect(readFileSync(copy).equals(log.bytes)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('that is gone is a fault, and no folder is made', async () => {
    const { folder } = logOf(4);
    const there = path.join(newFolder(), 'share');
    const destination = { to: there, folder: there };
    expect(await ship({ folder, destination, now: Date.now })).toMatchObject({
      code: 'failed',
      fault: { code: 'ENOENT' },
    });
    expect(() => readdirSync(there)).toThrow('ENOENT');
  });
});

describe('a log that was cut after it was shipped', () => {
  it('is sent from its first line on: what was written since must not be missing', async () => {
    const { folder, log } = logOf(20);
    const file = path.join(folder, 'log-000000000000.jsonl');
    const { whole, destination } = await receiverThatDies([]);
    const copy = newFolder();
    for (const to of [destination, { to: copy, folder: copy }]) {
      await ship({ folder, destination: to, now: Date.now });
    }
    const other = logOf(10).log;
    // Other lines under the same numbers, in a log of the same name.
    const lines = other.lines.slice(0, 10).map((line) => line.replaceAll(other.chain, log.chain));
    writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
    for (const to of [destination, { to: copy, folder: copy }]) {
      const found = await ship({ folder, destination: to, now: Date.now });
      expect(found).toMatchObject({ code: 'shipped', left: 0 });
    }
    expect(whole.slice(-10)).toEqual(lines);
    const [name = ''] = readdirSync(copy).filter((one) => one.endsWith('.jsonl'));
    expect(readFileSync(path.join(copy, name), 'utf8').split('\n').slice(-11, -1)).toEqual(lines);
  });

  it('is not held back by a spool that says more than there is', async () => {
    const { folder, log } = logOf(6);
    const { whole, destination } = await receiverThatDies([]);
    keepSpool(folder, {
      ...spoolOf(folder, destination.to, log.chain),
      next: 99_999,
    });
    expect(await ship({ folder, destination, now: Date.now })).toMatchObject({ code: 'shipped' });
    expect(whole).toEqual(log.lines);
  });

  it('goes on behind a foreign line in a copy', async () => {
    const { folder, log, write } = logOf(6);
    const copy = newFolder();
    const destination = { to: copy, folder: copy };
    await ship({ folder, destination, now: Date.now });
    const [name = ''] = readdirSync(copy);
    appendFileSync(path.join(copy, name), 'a word of somebody else\n');
    log.requests(2);
    write();
    await ship({ folder, destination, now: Date.now });
    const lines = readFileSync(path.join(copy, name), 'utf8').split('\n');
    expect(missingOf(log, lines)).toEqual([]);
    expect(lines.filter(Boolean)).toHaveLength(log.lines.length + 1);
  });
});
