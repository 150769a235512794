import type { Verdict } from '../../shared/core/model.ts';
import type { Receipt } from '../../shared/core/receipt.ts';

/** A plain receipt with this verdict, for tests that are about something else. */
export const receiptOf = (verdict: Verdict): Receipt => ({
  schema: 'clean-exit/receipt/2',
  client: 'chat',
  request: 'exit',
  result: verdict === 'gone' ? 'done' : 'partly',
  verdict,
  steps: [{ kind: 'ask', subject: 'chat (1)', outcome: 'done', ms: 5 }],
  refusals: [],
  left: {
    processes: [],
    trayIcons: [],
    windows: [],
    bytes: 0,
    unmerged: [],
    others: 0,
    unseen: [],
  },
  elapsedMs: 5,
  at: '2026-11-24T03:00:00.000Z',
  surface: 'test',
});
