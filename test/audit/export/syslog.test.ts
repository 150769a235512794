import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { framed, unframed } from '../../../shared/audit/export/framing.ts';
import { checkpointMessage, rfc5424 } from '../../../shared/audit/export/rfc5424.ts';
import { MadeLog } from '../made-log.ts';

const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 }).map((one) => Buffer.from(one));

describe('messages in one stream', () => {
  it('are read back whatever they hold, however the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 8 }), fc.array(fc.nat(400)), (messages, cuts) => {
        const stream = framed(messages);
        const ends = [...cuts.filter((cut) => cut < stream.length), stream.length];
        ends.sort((a, b) => a - b);
        const found: Buffer[] = [];
        let rest = Buffer.alloc(0);
        for (const [at, end] of ends.entries()) {
          const read = unframed(Buffer.concat([rest, stream.subarray(ends[at - 1] ?? 0, end)]));
          found.push(...read.messages);
          rest = Buffer.from(read.rest);
        }
        expect(found.map((one) => one.toString('hex'))).toEqual(
          messages.map((one) => one.toString('hex')),
        );
        expect(rest).toHaveLength(0);
      }),
    );
  });

  it('are refused where the stream has none', () => {
    expect(() => unframed(Buffer.from('<110>1 - x'))).toThrow('no length');
    expect(() => unframed(Buffer.from('01 x'))).toThrow('no length');
  });
});

describe('a line of the log as a message of syslog', () => {
  const log = new MadeLog('00000000-0000-4000-8000-000000000001').requests(1);
  const line = Buffer.from(log.lines[1] ?? '');

  it('says where it belongs, and has the whole line behind that', () => {
    const said = rfc5424(line).toString();
    expect(said).toBe(
      `<110>1 2026-11-30T00:00:01.000Z desk-7 clean-exit - intent ` +
        `[audit@32473 sequence="1" chain="${log.chain}" fingerprint="${log.fingerprints[1]}"] ` +
        line.toString(),
    );
  });

  it('is escaped where a value has a sign of the form', () => {
    const chain = String.raw`a"b\c]d`;
    const strange = new MadeLog(chain);
    const said = rfc5424(Buffer.from(strange.lines[0] ?? '')).toString();
    expect(said).toContain(String.raw`chain="a\"b\\c\]d"`);
  });

  it('ends in the very bytes of the line, whatever they are', () => {
    fc.assert(
      fc.property(bytes, (damaged) => {
        const said = rfc5424(damaged);
        expect(said.subarray(-damaged.length).equals(damaged)).toBe(true);
        expect(said.toString('latin1')).toMatch(/^<110>1 - - clean-exit - damaged - /);
      }),
    );
  });

  it('has no line break for a checkpoint', () => {
    const note = log.checkpoint();
    const said = checkpointMessage(note, Date.UTC(2026, 10, 30)).toString();
    expect(said).not.toContain('\n');
    const [, json = ''] = /clean-exit - checkpoint - (.*)$/.exec(said) ?? [];
    expect(JSON.parse(json)).toEqual({ checkpoint: note });
  });
});
