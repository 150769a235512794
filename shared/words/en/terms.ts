import type {
  Confidence,
  Outcome,
  Presence,
  QuitMethod,
  Role,
  Tier,
  Verdict,
} from '../../core/model.ts';
import type { ReceiptKind } from '../../core/receipt.ts';

/** One word or two for each value that the model has. */
export const terms = {
  verdict: {
    gone: 'gone',
    'still-running': 'still running',
    partly: 'partly gone',
    unknown: 'unknown',
  } satisfies Record<Verdict, string>,
  presence: {
    gone: 'gone',
    running: 'running',
    'in-tray': 'in tray',
    residue: 'left behind',
    unknown: 'unknown',
  } satisfies Record<Presence, string>,
  request: {
    exit: 'safe exit',
    force: 'force exit',
    purge: 'purge cache',
    hide: 'hide',
    restore: 'restore',
  } satisfies Record<ReceiptKind, string>,
  step: {
    ask: 'ask to quit',
    wait: 'wait',
    end: 'end',
    close: 'close window',
    settle: 'watch',
    remove: 'remove',
    restore: 'put back',
  } satisfies Record<Outcome['kind'], string>,
  /** The same as something that was done. */
  did: {
    ask: 'asked',
    wait: 'waited',
    end: 'ended',
    close: 'closed',
    settle: 'watched',
    remove: 'removed',
    restore: 'put back',
  } satisfies Record<Outcome['kind'], string>,
  outcome: {
    done: 'done',
    already: 'nothing to do',
    skipped: 'skipped',
    failed: 'failed',
  } satisfies Record<Outcome['outcome'], string>,
  role: { root: 'root', helper: 'helper' } satisfies Record<Role, string>,
  quitMethod: {
    'tray-menu': 'tray menu',
    window: 'closing its window',
    signal: 'polite signal',
  } satisfies Record<QuitMethod['by'], string>,
  tier: {
    cache: 'cache',
    leftover: 'leftovers',
    're-download': 'downloaded again when needed',
    'your-files': 'your files',
    messages: 'messages',
  } satisfies Record<Tier, string>,
  confidence: { high: 'sure', medium: 'fairly sure', low: 'not sure' } satisfies Record<
    Confidence,
    string
  >,
  /** The next thing to do after a verdict; empty where nothing is to be done. */
  next: {
    gone: '',
    'still-running':
      'It may be asking something: look at its window. Then try again, or end it with "clean-exit force".',
    partly: 'Something was left behind: see above, then run "clean-exit force" or look again.',
    unknown: 'Not everything could be seen: run "clean-exit doctor".',
  } satisfies Record<Verdict, string>,
};
