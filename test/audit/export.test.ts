import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intentOf, outcomeOf } from '../../shared/audit/events/request-event.ts';
import type { Where } from '../../shared/audit/events/where.ts';
import { cef } from '../../shared/audit/export/cef.ts';
import { csv, csvHead } from '../../shared/audit/export/csv.ts';
import { ecs } from '../../shared/audit/export/ecs.ts';
import { framed, unframed } from '../../shared/audit/export/framing.ts';
import { readEvent, type LoggedEvent } from '../../shared/audit/export/read-event.ts';
import { rfc5424 } from '../../shared/audit/export/rfc5424.ts';
import { lineOf } from '../../shared/audit/line.ts';
import { known } from '../../shared/core/known.ts';
import { eventAt, newKey } from './made.ts';

const { suite } = newKey();
const chain = '7d444840-9dc0-11d1-b245-5ffdce74fad2';

const where = (name: string): Where => ({
  host: {
    ...{ hostname: name, addresses: ['192.0.2.7', 'fd00::7'], system: 'Linux 6.1' },
    user: { name, id: '1000' },
  },
  ...{
    device: known('ab'.repeat(32)),
    surface: 'command line',
    trigger: 'person',
    program: '0.1.0',
  },
});

function lineWith(name: string, client = 'wechat'): Buffer {
  const names = { uid: 'u', request: 'r', at: Date.UTC(2026, 11, 1) };
  const event = intentOf(where(name), names, {
    ...{ asked: { client, request: 'purge', tiers: ['cache'], account: 'wxid_secret' } },
    ...{ policyDigest: 'sha256:0', refusals: [{ code: 'hold', subject: '/home/anna/secret' }] },
    proofs: [{ kind: 'code', by: 'totp' }],
  });
  return Buffer.from(lineOf(event, { chain, sequence: 3, previous: 'cd'.repeat(32) }, suite).line);
}

const read = (line: Buffer): LoggedEvent => {
  const event = readEvent(line);
  if (!event) throw new Error('no event');
  return event;
};

/** Whatever a name can be. */
const name = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('=cmd()', 'a|b', 'a=b', 'a\\b', 'a"b]', 'a\r\nb', '\u2028', ',', "'", '+1', '@x'),
);

describe('an event in another format', () => {
  it('is one line, whatever the names in it are', () => {
    fc.assert(
      fc.property(name, name, (who, client) => {
        const line = lineWith(who, client);
        const event = read(line);
        for (const one of [ecs(event), cef(event), csv(event), rfc5424(line).toString()])
          expect(one).not.toMatch(/[\n\r]/);
      }),
    );
  });

  it('in ECS has its hash and its number', () => {
    const event = read(lineWith('anna'));
    expect(JSON.parse(ecs(event))).toMatchObject({
      '@timestamp': '2026-12-01T00:00:00.000Z',
      ecs: { version: '8.11.0' },
      event: {
        ...{ sequence: 3, hash: event.place.fingerprint, outcome: 'unknown' },
        ...{ action: 'purge-intent', category: ['file'], type: ['deletion'] },
      },
      host: { hostname: 'anna', ip: ['192.0.2.7', 'fd00::7'] },
      user: { name: 'anna', id: '1000' },
      'clean-exit': { proofs: ['code'], refusals: ['hold'] },
    });
  });

  it('in CEF has seven fields before its extension, and each value comes back', () => {
    fc.assert(
      fc.property(name, (client) => {
        const text = cef(read(lineWith('anna', client)));
        const header = /^((?:[^|\\]|\\.)*\|){7}/s.exec(text)?.[0] ?? '';
        expect(header).toMatch(/^CEF:0\|Clean Exit\|Clean Exit\|0\.1\.0\|100104\|/);
        const [, app] =
          / app=((?:[^=\\ ]|\\.| (?!\w+=))*)(?: \w+=|$)/s.exec(text.slice(header.length)) ?? [];
        const plain = client.replace(/\r\n|[\u2028\u2029]/g, '\n');
        const back = app?.replace(
          /\\([\\=nr])/g,
          (_, sign: string) => ({ n: '\n', r: '\r' })[sign] ?? sign,
        );
        if (/^[^\s\p{Cc}]+$/u.test(plain)) expect(back).toBe(plain);
      }),
    );
  });

  it('in CSV is a row of as many cells as its head, and no cell begins like a formula', () => {
    fc.assert(
      fc.property(name, (client) => {
        const row = csv(read(lineWith('anna', client)));
        const cells = [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
          ([, quoted, plain]) => quoted?.replace(/""/g, '"') ?? plain ?? '',
        );
        expect(cells).toHaveLength(csvHead().split(',').length);
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t]/);
      }),
    );
  });

  it('of syslog has the whole line as its message, for whoever verifies it', () => {
    const line = lineWith('anna');
    const message = rfc5424(line).toString();
    expect(message).toMatch(
      /^<110>1 2026-12-01T00:00:00\.000Z anna clean-exit - intent \[audit@32473 sequence="3" chain="[^"]+" fingerprint="[0-9a-f]{64}"\] \{/,
    );
    expect(message.endsWith(line.toString())).toBe(true);
  });

  it('comes out of any pieces of a stream as it went in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ minLength: 1, maxLength: 200 }), { maxLength: 9 }),
        fc.array(fc.nat(50), { maxLength: 40 }),
        (messages, cuts) => {
          const stream = framed(messages.map((one) => Buffer.from(one)));
          const got: Buffer[] = [];
          let rest: Buffer = Buffer.of();
          let at = 0;
          for (const cut of [...cuts, stream.length]) {
            const { messages: whole, rest: left } = unframed(
              Buffer.concat([rest, stream.subarray(at, at + cut)]),
            );
            at += cut;
            got.push(...whole);
            rest = left;
          }
          expect(got.map((one) => [...one])).toEqual(messages.map((one) => [...one]));
          expect(rest).toHaveLength(0);
        },
      ),
    );
  });
});

describe('an event of a request', () => {
  it('names neither an account nor a path', () => {
    const text = lineWith('anna').toString();
    expect(text).not.toContain('secret');
    expect(text).toContain('"one_account":true');
  });

  it('lets no title, account or path of what remains into the log', () => {
    const secret = fc.string({ minLength: 6 }).map((text) => `secret-${text}`);
    fc.assert(
      fc.property(secret, (title) => {
        const line = { pid: 7, name: 'wechat', role: 'root', exe: null } as const;
        const event = outcomeOf(
          where('anna'),
          { uid: 'u', request: 'r', at: 0 },
          {
            ...{ schema: 'clean-exit/receipt/2', client: 'wechat', request: 'purge' },
            ...{ account: title, result: 'partly', verdict: 'partly', elapsedMs: 1 },
            ...{ at: '2026-12-01T00:00:00.000Z', surface: 'command line' },
            steps: [
              { kind: 'ask', subject: title, outcome: 'done', label: title, detail: title, ms: 1 },
            ],
            refusals: [{ code: 'denied', subject: title, detail: title }],
            left: {
              ...{ processes: [line], bytes: 1, others: 0 },
              trayIcons: [{ id: title, title }],
              windows: [{ title, visible: true }],
              unmerged: [title],
              unseen: [{ what: 'files', why: 'denied', detail: title }],
            },
            restored: { record: title, things: 1, back: 1 },
            moved: { folders: [title], things: 1, files: 1, bytes: 1 },
            evidence: { digest: 'ab', file: title },
            removed: { files: 1, bytes: 1, to: 'trash', record: title },
          },
        );
        expect(JSON.stringify(event)).not.toContain('secret-');
      }),
    );
    expect(eventAt(0).status_id).toBe(1);
  });
});
