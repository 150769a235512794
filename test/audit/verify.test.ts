import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joined, keyFor, MadeLog, partOf, verifying } from './made-log.ts';
import { verifyLog } from '../../shared/audit/verify/verify.ts';
import { ED25519_CHECKS } from '../../shared/audit/verify/suite-of.ts';

const log = new MadeLog().requests(4);
const { lines } = log;
const every = { isEverySignature: true };

describe('a log that nobody changed', () => {
  it('is intact, with the root that its checkpoint has', async () => {
    const found = await verifying(log.bytes, {
      trusted: [log.key.text],
      checkpoints: [{ name: 'day', note: log.checkpoint() }],
    });
    expect(found).toMatchObject({
      ...{ isIntact: true, isTrusted: true, first: 0, count: 9, intents: 4, interrupted: [] },
      ...{ origin: log.origin, root: log.root().toString('base64'), warnings: [] },
      checkpoints: [{ name: 'day', code: 'ok', size: 9 }],
    });
    expect(found.signatures).toBeLessThan(9);
    expect(found).not.toHaveProperty('fault');
  });

  it('is read the same in pieces of any length, with every signature', async () => {
    for (const piece of [1, 7, 1_000, 100_000]) {
      const found = await verifyLog([partOf(log.bytes, 'a', piece)], {
        suiteOf: () => Promise.resolve(ED25519_CHECKS),
        isEverySignature: true,
      });
      expect(found).toMatchObject({ isIntact: true, signatures: 9, isTrusted: false });
    }
  });

  it('goes on under the next key, which the one before has signed', async () => {
    const rotated = new MadeLog().requests(1);
    const first = rotated.key.text;
    rotated.rotate().requests(1).rotate().requests(1);
    for (const trusted of [[first], [rotated.key.text]])
      expect(await verifying(rotated.bytes, { trusted })).toMatchObject({
        isIntact: true,
        isTrusted: true,
      });
  });

  it('names a request that has no outcome, and one that was interrupted', async () => {
    const broken = new MadeLog();
    broken.add({ phase: 'intent', request: 'exit', client: 'wechat' }, 'one');
    broken.add({ phase: 'intent', request: 'force', client: 'slack' }, 'two');
    broken.add({ phase: 'outcome', interrupted: true }, 'two');
    expect(await verifying(broken.bytes)).toMatchObject({
      isIntact: true,
      interrupted: [
        { sequence: 1, request: 'exit', client: 'wechat', isRecorded: false },
        { sequence: 2, request: 'force', isRecorded: true },
      ],
    });
  });
});

describe('a log that was changed', () => {
  /** The line that a byte belongs to. */
  const lineAt = (at: number) => log.bytes.subarray(0, at).filter((byte) => byte === 10).length;
  /** From where the signature of its line begins. */
  const isInSignature = (at: number) => {
    const line = lines[lineAt(at)] ?? '';
    return at - joined(lines.slice(0, lineAt(at))).length >= line.indexOf(',"signatures":');
  };

  it('is found by every single byte, in its line', async () => {
    for (let at = 0; at < log.bytes.length; at += 11) {
      const bytes = Buffer.from(log.bytes);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 7));
      const { fault } = await verifying(bytes, every);
      expect({ at, sequence: fault?.sequence }).toEqual({ at, sequence: lineAt(at) });
      if (!isInSignature(at)) {
        const quick = await verifying(bytes);
        expect({ at, sequence: quick.fault?.sequence }).toEqual({ at, sequence: lineAt(at) });
      }
    }
  }, 60_000);

  it('is found in a signature by a checkpoint too', async () => {
    const [first = '', second = '', ...others] = lines;
    const edited = second.replace(
      /"value":"(.)([^"]*)"\}\]\}\]\}\}$/,
      (_, one: string, more: string) => `"value":"${one === 'A' ? 'B' : 'A'}${more}"}]}]}}`,
    );
    const bytes = joined([first, edited, ...others]);
    expect(await verifying(bytes)).toMatchObject({ isIntact: true });
    const found = await verifying(bytes, {
      checkpoints: [{ name: 'day', note: log.checkpoint() }],
    });
    expect(found.fault).toMatchObject({ code: 'wrong-key', sequence: 1, line: 2 });
  });

  it('is found by every swap, deletion and doubling, at the first line that is wrong', async () => {
    for (let a = 0; a < lines.length; a++) {
      const cut = await verifying(joined(lines.filter((_, at) => at !== a)));
      if (a < lines.length - 1)
        expect(cut.fault).toMatchObject({ code: 'missing', sequence: a, line: a + 1 });
      for (let b = 0; b < lines.length; b++) {
        const more = [...lines.slice(0, b), lines[a] ?? '', ...lines.slice(b)];
        const { fault } = await verifying(joined(more));
        if (a < b) expect(fault).toMatchObject({ code: 'doubled', line: b + 1, says: a });
        if (a > b) expect(fault).toMatchObject({ code: 'reordered', line: b + 1, says: a });
        if (a === b) expect(fault).toMatchObject({ code: 'doubled', line: b + 2, says: a });
        if (b <= a) continue;
        const swapped = [...lines];
        [swapped[a], swapped[b]] = [lines[b] ?? '', lines[a] ?? ''];
        expect((await verifying(joined(swapped))).fault).toMatchObject({
          ...{ code: 'reordered', sequence: a, line: a + 1, says: b },
        });
      }
    }
  });

  it('is found in a long log at random', async () => {
    const long = new MadeLog().requests(100);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(200),
        fc.nat(),
        fc.constantFrom('edit', 'cut'),
        async (n, at, how) => {
          const line = long.lines[n] ?? '';
          const place = at % line.indexOf(',"signatures":');
          const other = line[place] === 'x' ? 'y' : 'x';
          const edited = [...long.lines];
          if (how === 'edit') edited[n] = line.slice(0, place) + other + line.slice(place + 1);
          else edited.splice(n, 1);
          const { fault } = await verifying(joined(edited));
          if (how === 'edit' || n < 200) expect(fault?.sequence).toBe(n);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    ['a space at its end', (line: string) => `${line} `, 'edited'],
    ['a carriage return', (line: string) => `${line}\r`, 'edited'],
    ['a mark of byte order', (line: string) => `\ufeff${line}`, 'edited'],
    ['nothing in it', () => '', 'not-a-line'],
    ['another spelling', (line: string) => line.replace('anna', '\\u0061nna'), 'edited'],
    ['an error in its Base64', (line: string) => line.replace('=="', '="'), 'edited'],
    ['another form of JSON', () => '[1,2]', 'not-a-line'],
  ] as const)('is found by %s', async (_, change, code) => {
    const changed = lines.map((line, at) => (at === 3 ? change(line) : line));
    expect((await verifying(joined(changed))).fault).toMatchObject({ code, sequence: 3, line: 4 });
  });

  it('is found by an end that is not there', async () => {
    const torn = log.bytes.subarray(0, -1);
    expect((await verifying(torn)).fault).toMatchObject({ code: 'torn', sequence: 8 });
  });

  it('is found by a line of another log, and by one that another key has signed', async () => {
    const other = new MadeLog().requests(4);
    const mixed = lines.map((line, at) => (at === 5 ? (other.lines[5] ?? '') : line));
    expect((await verifying(joined(mixed))).fault).toMatchObject({
      ...{ code: 'foreign-chain', sequence: 5 },
    });
    const forger = new MadeLog(log.chain, log.key).requests(1);
    forger.key = keyFor(log.chain);
    forger.requests(2);
    const { fault } = await verifying(forger.bytes);
    expect(fault).toMatchObject({ code: 'wrong-key', sequence: 3 });
  });

  it('is found when all of it was written again: by its key, or by a checkpoint', async () => {
    const again = new MadeLog(log.chain).requests(4);
    const byKey = await verifying(again.bytes, { trusted: [log.key.text] });
    expect(byKey).toMatchObject({ isIntact: false, warnings: [{ code: 'other-key' }] });
    const note = log.checkpoint();
    const found = await verifying(again.bytes, { checkpoints: [{ name: 'day', note }] });
    expect(found).toMatchObject({ isIntact: false, checkpoints: [{ code: 'rewritten', size: 9 }] });
    expect(await verifying(again.bytes)).toMatchObject({ isIntact: true, isTrusted: false });
  });

  it('is found when its tail was cut, by a checkpoint alone', async () => {
    const checkpoints = [{ name: 'day', note: log.checkpoint() }];
    for (let size = 1; size < lines.length; size++) {
      const bytes = joined(lines.slice(0, size));
      expect(await verifying(bytes)).toMatchObject({ isIntact: true, count: size });
      expect(await verifying(bytes, { checkpoints })).toMatchObject({
        ...{ isIntact: false, checkpoints: [{ code: 'cut', size: 9 }] },
      });
    }
  });
});

describe('a key that changes', () => {
  it('is to be accepted where the one before did not sign that', async () => {
    const lost = new MadeLog().requests(1);
    const first = lost.key.text;
    lost.replaceKey().requests(1);
    const warning = { code: 'key-replaced', sequence: 3, key: lost.key.text };
    for (const trusted of [[], [first]])
      expect(await verifying(lost.bytes, { trusted })).toMatchObject({
        ...{ isIntact: false, isTrusted: false, warnings: [warning] },
      });
    expect(await verifying(lost.bytes, { trusted: [lost.key.text] })).toMatchObject({
      ...{ isIntact: true, isTrusted: true, warnings: [] },
    });
  });

  it('is not trusted for being named by a log of another', async () => {
    const forged = new MadeLog(log.chain).requests(1).rotate(log.key);
    const found = await verifying(forged.bytes, { trusted: [log.key.text] });
    expect(found).toMatchObject({ isIntact: false, warnings: [{ code: 'key-unused' }] });
    const honest = new MadeLog().requests(1).rotate();
    expect(
      await verifying(honest.bytes, {
        trusted: [honest.key.text],
        checkpoints: [{ name: 'now', note: honest.checkpoint() }],
      }),
    ).toMatchObject({ isIntact: true, isTrusted: true });
  });
});

describe('a checkpoint', () => {
  const other = new MadeLog().requests(4);
  const note = log.checkpoint();

  it.each([
    ['of another log', other.checkpoint(), 'other-log'],
    ['that was changed', note.replace('\n9\n', '\n8\n'), 'forged'],
    ['that is none', 'hello\n', 'no-checkpoint'],
    ['of a key that nobody knows', log.checkpoint(9, keyFor(log.chain)), 'unknown-key'],
  ])('%s does not count', async (_, given, code) => {
    const found = await verifying(log.bytes, { checkpoints: [{ name: 'day', note: given }] });
    expect(found).toMatchObject({ isIntact: false, checkpoints: [{ code }] });
  });
});
