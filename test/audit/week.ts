import { MadeLog, type Said } from './made-log.ts';

const DIGEST = 'c0ffee'.padEnd(64, '0');

/** A log of some requests: done, refused, approved, interrupted, without an outcome, and its key rotated. */
export function week(client = 'wechat', name = 'WeChatAppEx'): MadeLog {
  const log = new MadeLog();
  const person = { surface: 'command line', trigger: 'person', policy_digest: DIGEST } as const;
  const request = (n: number, said: Said, outcome?: Said) => {
    const uid = `request-${n}`;
    log.add({ ...person, client, ...said, phase: 'intent' }, uid);
    if (outcome) log.add({ ...person, client, ...said, ...outcome, phase: 'outcome' }, uid);
  };
  const none = {
    processes: [],
    tray_icons: 0,
    windows: 0,
    unmerged: 0,
    others: 0,
    doubts: 0,
    unseen: [],
  };
  const gone = { result: 'done', verdict: 'gone', remains: none, elapsed_ms: 1_234 };
  request(1, { request: 'exit' }, gone);
  request(
    2,
    { request: 'force', surface: 'Stream Deck', consent: { by: 'hold' } },
    {
      ...{ result: 'partly', verdict: 'still-running', elapsed_ms: 9_870 },
      remains: { ...none, processes: [{ pid: 812, name, role: 'root' }], tray_icons: 1 },
    },
  );
  request(
    3,
    { request: 'purge', surface: 'Raycast', tiers: ['cache', 'your-files'] },
    {
      ...{ result: 'refused', verdict: 'gone', remains: none, elapsed_ms: 12 },
      refusals: [{ code: 'hold' }, { code: 'needs-proof' }],
    },
  );
  request(
    4,
    {
      ...{ request: 'reset', client: 'slack', trigger: 'order', permanently: true },
      proofs: [
        { kind: 'code', by: 'totp' },
        { kind: 'two-persons', by: 'anna@example.org' },
      ],
      order: { digest: DIGEST, approved_by: ['anna@example.org', '王芳@example.org'] },
    },
    gone,
  );
  log.rotate();
  request(
    5,
    { request: 'exit', client: 'telegram', trigger: 'schedule' },
    { interrupted: true, verdict: 'unknown' },
  );
  request(6, { request: 'exit', client: 'qq' });
  log.add({
    ...person,
    phase: 'summary',
    request: 'exit',
    client: 'all',
    verdict: 'gone',
    clients: [{}, {}],
  });
  return log;
}
