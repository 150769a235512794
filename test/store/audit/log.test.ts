import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ED25519_CHECKS } from '../../../shared/audit/verify/suite-of.ts';
import { verifyLog } from '../../../shared/audit/verify/verify.ts';
import { partsAt } from '../../../shared/store/audit/log-parts.ts';
import { readCheckpoint } from '../../../shared/audit/checkpoint.ts';
import { openNote } from '../../../shared/audit/note.ts';
import { ed25519Verifier, readVkey } from '../../../shared/audit/vkey.ts';
import {
  checkpointFolder,
  latestCheckpoint,
} from '../../../shared/store/audit/checkpoint-files.ts';
import { ED25519_KEYS } from '../../../shared/store/audit/key-kind.ts';
import type { LogSettings } from '../../../shared/store/audit/log-settings.ts';
import { openAuditLog } from '../../../shared/store/audit/open.ts';
import { segmentsIn } from '../../../shared/store/audit/segments.ts';
import { logState } from '../../../shared/store/audit/state.ts';
import { eventAt } from '../../audit/made.ts';
import { folder, tidy } from '../../machine/linux/actors.ts';
import { chainIn, textOf } from './chain.ts';

tidy();

const DAY = 86_400;
const newLog = (): string => path.join(folder(), 'audit');
const openLog = (at: string, settings: LogSettings = {}, segmentBytes = 8_000_000) =>
  openAuditLog({ folder: at, settings, segmentBytes });

/** A log with so many events, a second after each other. */
async function logOf(events: number, settings: LogSettings = {}): Promise<string> {
  const at = newLog();
  const log = await openLog(at, settings);
  for (let i = 0; i < events; i++) await log.append(eventAt(i));
  log.close();
  return at;
}

const statementsIn = (at: string) =>
  chainIn(at).events.flatMap(({ unmapped: { clean_exit: said } }) =>
    said['phase'] === 'statement' ? [String(said['statement'])] : [],
  );

describe('a new audit log', () => {
  it('begins with its name and its key, and is of its owner alone', async () => {
    const at = await logOf(1);
    expect(statementsIn(at)).toEqual(['began']);
    expect(chainIn(at).faults).toEqual([]);
    expect(statSync(at).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(at, { recursive: true, encoding: 'utf8' })) {
      const { mode } = statSync(path.join(at, name));
      expect([name, mode & 0o077]).toEqual([name, 0]);
    }
  });

  it('signs how far it goes with its first line, after every so many, and with the first of a day', async () => {
    const at = newLog();
    const log = await openLog(at, { checkpointEvery: 5 });
    const sizes: (number | undefined)[] = [];
    for (const second of [0, 1, 2, 3, 4, 5, DAY, DAY + 1]) {
      await log.append(eventAt(second));
      sizes.push(latestCheckpoint(at)?.size);
    }
    expect(sizes).toEqual([1, 1, 1, 1, 6, 6, 8, 8]);
    const [key] = chainIn(at).events.map(({ unmapped }) => unmapped.clean_exit['key']);
    const vkey = readVkey(String(key));
    const verifier = vkey && ed25519Verifier(vkey);
    const opened = openNote(latestCheckpoint(at)?.note ?? '', verifier ? [verifier] : []);
    expect(opened.ok && readCheckpoint(opened.text)).toMatchObject({ origin: vkey?.name, size: 8 });
    const names = readdirSync(checkpointFolder(at));
    expect(names).toEqual(expect.arrayContaining(['000000000008.checkpoint', '000000000008.svg']));
  });

  it('copies each checkpoint, with the name of the log, into the folder that a policy names', async () => {
    const outside = path.join(folder(), 'share');
    await logOf(1, { checkpoints: outside });
    // It is not made: it may be a stick that is not plugged in.
    expect(existsSync(outside)).toBe(false);
    mkdirSync(outside);
    const at = await logOf(3, { checkpoints: outside, checkpointEvery: 2 });
    const chain = readVkey(String(chainIn(at).events[0]?.unmapped.clean_exit['key']))?.name.slice(
      -36,
    );
    expect(readdirSync(outside).sort()).toEqual([
      ...[`${chain}-000000000001.checkpoint`, `${chain}-000000000001.svg`],
      ...[`${chain}-000000000003.checkpoint`, `${chain}-000000000003.svg`],
    ]);
  });

  it('is written although the folder of copies cannot be', async () => {
    const outside = path.join(folder(), 'a file');
    writeFileSync(outside, '');
    expect(chainIn(await logOf(3, { checkpoints: outside })).events).toHaveLength(4);
  });
});

describe('an audit log that something happened to', () => {
  it('sets a torn line aside, says so, and goes on', async () => {
    const at = await logOf(2);
    appendFileSync(segmentsIn(at)[0]?.file ?? '', '{"metadata":{"versi');
    await (await openLog(at)).append(eventAt(9));
    const { faults, events } = chainIn(at);
    expect(faults).toEqual([]);
    expect(statementsIn(at)).toEqual(['began', 'torn']);
    const { file } = events[3]?.unmapped.clean_exit ?? {};
    expect(readFileSync(path.join(at, String(file)), 'utf8')).toBe('{"metadata":{"versi');
  });

  it('takes a whole line that lacks its line break alone as it is', async () => {
    const at = await logOf(2);
    const { file } = segmentsIn(at)[0] ?? { file: '' };
    truncateSync(file, statSync(file).size - 1);
    await (await openLog(at)).append(eventAt(9));
    expect(chainIn(at)).toMatchObject({ faults: [], events: { length: 4 } });
    expect(statementsIn(at)).toEqual(['began']);
  });

  it('says that lines are missing which its tree still knows', async () => {
    const at = await logOf(5);
    const { file } = segmentsIn(at)[0] ?? { file: '' };
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, `${lines.slice(0, 3).join('\n')}\n`);
    const place = await (await openLog(at)).append(eventAt(9));
    const said = chainIn(at).events[3]?.unmapped.clean_exit;
    expect(said).toMatchObject({ statement: 'lines-missing', first: 3, known: 6 });
    expect(place.notices).toEqual([{ code: 'lines-missing', line: 3, known: 6 }]);
  });

  it('says so too where all of it was removed, under the name that it had', async () => {
    const at = await logOf(5);
    const [before] = chainIn(at).events;
    for (const { file } of segmentsIn(at)) rmSync(file);
    await (await openLog(at)).append(eventAt(9));
    const { events } = chainIn(at);
    expect(events[0]?.unmapped.clean_exit['key']).toBe(before?.unmapped.clean_exit['key']);
    expect(events[1]?.unmapped.clean_exit).toMatchObject({ statement: 'lines-missing', known: 6 });
  });

  it('goes on behind a last line that was edited, and the edit stays to be found', async () => {
    const at = await logOf(3);
    const { file } = segmentsIn(at)[0] ?? { file: '' };
    const text = readFileSync(file, 'utf8');
    for (const broken of [
      text.replace(/"gone"(?=[^"]*"attestation[^\n]*\n$)/, '"partly"'),
      `${text.slice(0, -20)}\n`,
    ]) {
      writeFileSync(file, broken);
      await (await openLog(at)).append(eventAt(9));
      expect(chainIn(at).events.length).toBeGreaterThan(4);
      expect(chainIn(at).faults.length).toBeGreaterThan(0);
    }
  });

  it('builds its tree again where that is gone', async () => {
    const at = await logOf(5);
    rmSync(path.join(at, 'tree'));
    await (await openLog(at)).append(eventAt(9));
    expect(chainIn(at)).toMatchObject({ faults: [], events: { length: 7 } });
  });

  it('cannot be written through a link, and then nothing of the event is in it', async () => {
    const at = newLog();
    mkdirSync(at, { recursive: true, mode: 0o700 });
    const elsewhere = path.join(folder(), 'other');
    symlinkSync(elsewhere, path.join(at, 'log-000000000000.jsonl'));
    await expect((await openLog(at)).append(eventAt(1))).rejects.toMatchObject({
      name: 'AuditFault',
    });
    expect(() => statSync(elsewhere)).toThrow();
  });
});

describe('what stands in the place of an open intent', () => {
  it('and is none is no reason to record nothing', async () => {
    const at = await logOf(1);
    mkdirSync(path.join(at, 'open', 'folder.json'), { recursive: true });
    writeFileSync(path.join(at, 'open', 'x.json'), '{}');
    writeFileSync(path.join(at, 'open', 'y.json'), '{"owner":{"pid":1,"startTime":"1"}}');
    await (await openLog(at)).append(eventAt(5));
    expect(chainIn(at)).toMatchObject({ faults: [], events: { length: 3 } });
  });
});

/** A log of twenty days in small segments, and its files. */
async function twentyDays() {
  const at = newLog();
  const log = await openLog(at, {}, 6_000);
  for (let i = 0; i < 20; i++) await log.append(eventAt(i * DAY));
  return { at, log, segments: segmentsIn(at) };
}

const verified = (at: string, trusted: readonly string[] = []) =>
  verifyLog(partsAt(at), { suiteOf: () => Promise.resolve(ED25519_CHECKS), trusted });

describe('a log that was pruned', () => {
  it('verifies also where a crash came between two of its files', async () => {
    const { at, log, segments } = await twentyDays();
    const files = segments.map(({ file }) => [file, readFileSync(file)] as const);
    const pruned = await log.prune(eventAt(20 * DAY), 8);
    expect(pruned?.files.length).toBeGreaterThan(1);
    expect(await verified(at)).toMatchObject({ isIntact: true, first: pruned?.first });
    const removed = files.filter(([file]) => pruned?.files.includes(file));
    // The oldest go first.
    for (const [file, bytes] of removed.reverse()) {
      writeFileSync(file, bytes);
      expect(await verified(at)).toMatchObject({ isIntact: true });
    }
    await log.append(eventAt(21 * DAY));
    expect(await verified(at)).toMatchObject({ isIntact: true });
  });

  it('verifies with the key that replaced a lost one, as it did before', async () => {
    const at = newLog();
    const log = await openLog(at, {}, 6_000);
    for (let i = 0; i < 12; i++) await log.append(eventAt(i * DAY));
    rmSync(path.join(at, 'keys'), { recursive: true });
    const other = await openLog(at, {}, 6_000);
    for (let i = 12; i < 20; i++) await other.append(eventAt(i * DAY));
    const vkey = readFileSync(path.join(at, 'keys', 'ed25519.vkey'), 'utf8').trim();
    const before = await verified(at, [vkey]);
    expect(before.fault).toBeUndefined();
    await other.prune(eventAt(20 * DAY), 16);
    const { fault, isTrusted } = await verified(at, [vkey]);
    expect({ fault, isTrusted }).toEqual({ fault: undefined, isTrusted: before.isTrusted });
  });

  it('keeps a file of which one line is young, wherever that stands', async () => {
    const at = newLog();
    const log = await openLog(at, {}, 6_000);
    for (const day of [100, 0, 1, 2, 3, 4, 5]) await log.append(eventAt(day * DAY));
    expect(await log.prune(eventAt(101 * DAY), 50)).toBeUndefined();
  });

  it('is not intact where nothing of it is left', async () => {
    const { at, segments } = await twentyDays();
    for (const { file } of segments.slice(1)) rmSync(file);
    writeFileSync(segments[0]?.file ?? '', '');
    expect(await verified(at)).toMatchObject({ isIntact: false, fault: { code: 'not-a-line' } });
  });
});

describe('a clock that jumps ahead', () => {
  it('makes none of the log old at once', async () => {
    const at = newLog();
    const log = await openLog(at, { keepDays: 30 }, 5_000);
    for (let i = 0; i < 9; i++) await log.append(eventAt(i * DAY));
    await log.append(eventAt(400 * DAY));
    expect(segmentsIn(at)[0]?.first).toBe(0);
  });
});

describe('the key of an audit log', () => {
  it('is changed by a word that the old one signs, for every program that has the log open', async () => {
    const at = await logOf(2);
    const [one, other] = [await openLog(at), await openLog(at)];
    await other.append(eventAt(3));
    const vkey = await one.rotateKey(eventAt(4));
    await other.append(eventAt(5));
    await one.append(eventAt(6));
    expect(chainIn(at).faults).toEqual([]);
    expect(statementsIn(at)).toEqual(['began', 'key-rotated']);
    expect(textOf(at)).toContain(`"new":${JSON.stringify(vkey)}`);
  });

  it('can be given, and another text is refused before anything is written', async () => {
    const at = await logOf(2);
    const log = await openLog(at);
    const before = textOf(at);
    await expect(log.rotateKey(eventAt(4), 'no key')).rejects.toMatchObject({ code: 'no-key' });
    expect(textOf(at)).toBe(before);
    const pem = ED25519_KEYS.make();
    const vkey = await log.rotateKey(eventAt(4), pem);
    const key = readVkey(vkey);
    expect(key && ED25519_KEYS.open(pem, '').vkey(key.name)).toEqual(key);
    await log.append(eventAt(5));
    expect(chainIn(at).faults).toEqual([]);
  });

  it('that is lost is replaced by one that the log names', async () => {
    const at = await logOf(2);
    rmSync(path.join(at, 'keys', 'ed25519.pem'));
    const log = await openLog(at);
    const [first, second] = [await log.append(eventAt(5)), await log.append(eventAt(6))];
    expect(statementsIn(at)).toEqual(['began', 'key-replaced']);
    expect(chainIn(at).faults).toEqual([]);
    expect(first.notices).toEqual([{ code: 'key-replaced', line: 3 }]);
    expect(second.notices).toBeUndefined();
    expect(logState(at)?.keyReplacedAt).toBe(3);
  });

  it('whose name is lost alone is the same key', async () => {
    const at = await logOf(2);
    rmSync(path.join(at, 'keys', 'ed25519.vkey'));
    await (await openLog(at)).append(eventAt(5));
    expect(statementsIn(at)).toEqual(['began']);
    expect(chainIn(at).faults).toEqual([]);
  });

  it('that cannot be read leaves the log as it is', async () => {
    const at = await logOf(2);
    const before = textOf(at);
    writeFileSync(path.join(at, 'keys', 'ed25519.pem'), 'damaged');
    await expect((await openLog(at)).append(eventAt(5))).rejects.toMatchObject({ code: 'no-key' });
    expect(textOf(at)).toBe(before);
  });
});

describe('the segments of an audit log', () => {
  it('begin anew by size and by age', async () => {
    const at = newLog();
    const log = await openLog(at, {}, 5_000);
    for (let i = 0; i < 9; i++) await log.append(eventAt(i));
    await log.append(eventAt(40 * DAY));
    expect(chainIn(at)).toMatchObject({ faults: [], events: { length: 11 } });
    const { length } = segmentsIn(at);
    expect(length).toBeGreaterThan(2);
    expect(segmentsIn(at).at(-1)?.first).toBe(10);
  });

  it('are pruned once they are older than the policy says, with a signed word and what is needed without them', async () => {
    const at = newLog();
    const log = await openLog(at, {}, 5_000);
    for (let i = 0; i < 9; i++) await log.append(eventAt(i * DAY));
    const [oldest] = segmentsIn(at);
    expect(await log.prune(eventAt(9 * DAY), 100)).toBeUndefined();
    const pruned = await log.prune(eventAt(9 * DAY), 3);
    expect(pruned?.files).toContain(oldest?.file);
    expect(segmentsIn(at)[0]?.first).toBe(pruned?.first);
    await log.append(eventAt(10 * DAY));
    expect(chainIn(at).faults).toEqual([]);
    expect(statementsIn(at)).toContain('pruned');
    // The tree that is built again from the word has the root that it had.
    const { note } = latestCheckpoint(at) ?? {};
    rmSync(path.join(at, 'tree'));
    const again = await openLog(at, {}, 5_000);
    expect(await again.checkpoint(eventAt(10 * DAY))).toBe(note);
  });

  it('are pruned by themselves where a policy says how long they are kept, and never the newest', async () => {
    const at = newLog();
    const log = await openLog(at, { keepDays: 30 });
    for (let i = 0; i < 100; i++) await log.append(eventAt(i * DAY));
    const { faults, events } = chainIn(at);
    expect(faults).toEqual([]);
    const days = segmentsIn(at)[0]?.first ?? 0;
    expect(days).toBeGreaterThan(50);
    // Nothing that is younger than that is gone.
    expect(events.length).toBeGreaterThan(30);
  });
});
