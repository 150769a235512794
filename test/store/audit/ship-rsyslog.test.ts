import { afterEach, describe, expect, it } from 'vitest';
import { receivedIn } from '../../../shared/audit/verify/received.ts';
import { ED25519_CHECKS } from '../../../shared/audit/verify/suite-of.ts';
import { verifyLog } from '../../../shared/audit/verify/verify.ts';
import { destinationOf } from '../../../shared/store/audit/destination.ts';
import { logFile } from '../../../shared/store/audit/log-parts.ts';
import { ship } from '../../../shared/store/audit/ship.ts';
import { needs, titled } from '../../desk/missing.ts';
import { until } from '../../desk/until.ts';
import { rsyslogIn, tlsFiles, type Rsyslog } from './rsyslog.ts';
import { logOf, missingOf, newFolder } from './shipping.ts';

const missing = needs('rsyslog', 'rsyslog-openssl');
const running: Rsyslog[] = [];

afterEach(async () => {
  for (const one of running.splice(0)) await one.kill();
});

async function desk(options: Parameters<typeof rsyslogIn>[1] & { lines?: number } = {}) {
  const rsyslog = await rsyslogIn(newFolder(), options);
  running.push(rsyslog);
  const made = logOf(options.lines ?? 1_200);
  const ca = rsyslog.receiver.tls?.ca;
  const destination = destinationOf(rsyslog.to, ca === undefined ? {} : { ca });
  if (!destination) throw new Error(rsyslog.to);
  const go = (timeoutMs = 10_000) =>
    ship({ folder: made.folder, destination, now: Date.now, timeoutMs });
  return { rsyslog, ...made, go };
}

/** What rsyslog has, once it has written all of the log. */
const whole = ({ rsyslog, log }: Awaited<ReturnType<typeof desk>>) =>
  until(() => missingOf(log, rsyslog.lines()).length === 0, 'every line is at the receiver');

describe.skipIf(missing)(titled('rsyslog receives the log', missing), () => {
  it('byte for byte, in its order, and its checkpoint', async () => {
    const at = await desk();
    const note = at.checkpoint();
    await at.rsyslog.start();
    expect(await at.go()).toMatchObject({ code: 'shipped', shipped: 1_201, again: 0, left: 0 });
    expect(at.rsyslog.lines().slice(0, -1)).toEqual(at.log.lines);
    expect(JSON.parse(at.rsyslog.lines().at(-1) ?? '')).toEqual({ checkpoint: note });
    expect(await at.go()).toMatchObject({ code: 'shipped', shipped: 0, again: 0 });
    expect(at.rsyslog.lines()).toHaveLength(1_202);
  });

  it('over TLS, from a receiver that our CA vouches for', async () => {
    const at = await desk({ tls: tlsFiles(newFolder()) });
    await at.rsyslog.start();
    expect(await at.go()).toMatchObject({ code: 'shipped', shipped: 1_201 });
    expect(at.rsyslog.lines()).toEqual(at.log.lines);
  });

  it('and nothing goes to one of another name, or that nobody vouches for', async () => {
    const at = await desk({ tls: tlsFiles(newFolder()) });
    await at.rsyslog.start();
    const { port } = at.rsyslog.receiver;
    const other = { ca: tlsFiles(newFolder()).ca };
    const receiver = { host: 'localhost', port, tls: other };
    const { folder } = at;
    const destination = { to: 'other', receiver };
    expect(await ship({ folder, destination, now: Date.now })).toMatchObject({
      code: 'failed',
      shipped: 0,
      left: 1_201,
    });
    const named = { host: '127.0.0.1', port, tls: { ca: at.rsyslog.receiver.tls?.ca ?? '' } };
    expect(
      await ship({ folder, destination: { to: 'named', receiver: named }, now: Date.now }),
    ).toMatchObject({ code: 'failed', fault: { code: 'ERR_TLS_CERT_ALTNAME_INVALID' } });
    expect(() => at.rsyslog.lines()).toThrow('ENOENT');
  });

  it.each(['Direct', 'LinkedList'] as const)(
    'whole, where it was killed again and again in the middle of it (%s queue)',
    async (queue) => {
      const at = await desk({ queue, lines: 6_000 });
      for (let killed = 0; killed < 3; killed++) {
        await at.rsyslog.start();
        const before = countOf(at.rsyslog);
        const shipping = at.go();
        await until(() => countOf(at.rsyslog) > before, 'something came');
        await at.rsyslog.kill();
        expect(await shipping).toMatchObject({ code: 'failed' });
      }
      await at.rsyslog.start();
      expect(await at.go()).toMatchObject({ code: 'shipped', left: 0 });
      await whole(at);
      const all = new Set(at.log.lines);
      const strange = at.rsyslog.lines().filter((line) => !all.has(line));
      // What a killed receiver wrote half of is no line of ours.
      expect(strange.length).toBeLessThanOrEqual(3);
      const [received] = receivedIn([logFile(at.rsyslog.file)]).values();
      const suiteOf = () => Promise.resolve(ED25519_CHECKS);
      expect(await verifyLog(received ? [received.part] : [], { suiteOf })).toMatchObject({
        ...{ isIntact: true, count: 6_001 },
      });
    },
  );

  it('whole, where it was stopped, and where nothing listened', async () => {
    const at = await desk();
    expect(await at.go()).toMatchObject({ code: 'failed', fault: { code: 'ECONNREFUSED' } });
    await at.rsyslog.start();
    at.rsyslog.signal('SIGSTOP');
    expect(await at.go(300)).toMatchObject({ code: 'failed', fault: { code: 'TIMEOUT' } });
    at.rsyslog.signal('SIGCONT');
    expect(await at.go()).toMatchObject({ code: 'shipped', left: 0 });
    await whole(at);
  });
});

function countOf(rsyslog: Rsyslog): number {
  try {
    return rsyslog.lines().length;
  } catch {
    return 0;
  }
}
