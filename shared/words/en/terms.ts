import type {
  Confidence,
  Outcome,
  Presence,
  QuitMethod,
  Role,
  Step,
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
    wipe: 'exit and clear',
    reset: 'reset',
    restore: 'restore',
  } satisfies Record<ReceiptKind, string>,
  step: {
    ask: 'ask to quit',
    wait: 'wait',
    end: 'end',
    close: 'close window',
    settle: 'check again',
    remove: 'remove',
    'set-aside': 'set aside',
    restore: 'put back',
  } satisfies Record<Outcome['kind'], string>,
  /** The same as something that was done. */
  did: {
    ask: (subject: string) => `asked ${subject}`,
    wait: (time: string) => `waited ${time}`,
    end: (subject: string) => `ended ${subject}`,
    close: (subject: string) => `closed ${subject}`,
    settle: (time: string) => `checked again for ${time}`,
    remove: (subject: string) => `removed ${subject}`,
    'set-aside': (client: string) => `set files of ${client} aside`,
    restore: (subject: string) => `put back ${subject}`,
  } satisfies Record<Outcome['kind'], (what: string) => string>,
  /** The same as something that did not succeed. */
  didNot: {
    ask: (subject: string) => `could not ask ${subject}`,
    wait: (time: string) => `waited ${time}`,
    end: (subject: string) => `could not end ${subject}`,
    close: (subject: string) => `could not close ${subject}`,
    settle: (time: string) => `checked again for ${time}`,
    remove: (subject: string) =>
      /,|s$/.test(subject) ? `${subject} were not removed` : `the ${subject} was not removed`,
    'set-aside': (client: string) => `set nothing of ${client} aside`,
    restore: (subject: string) => `could not put back ${subject}`,
  } satisfies Record<Outcome['kind'], (what: string) => string>,
  /** The same as something that a dry run shows. */
  would: {
    ask: (subject: string) => `ask ${subject} to quit`,
    wait: (time: string) => `wait up to ${time} for it to quit`,
    end: (subject: string) => `end ${subject}`,
    close: (title: string) => `close the window “${title}”`,
    settle: (time: string) => `check for ${time} that it does not come back`,
    remove: (tiers: string) => `remove ${tiers}`,
    'set-aside': (what: string) => `set aside ${what}`,
  } satisfies Record<Step['kind'], (what: string) => string>,
  outcome: {
    done: 'done',
    already: 'nothing to do',
    skipped: 'skipped',
    failed: 'failed',
  } satisfies Record<Outcome['outcome'], string>,
  role: { root: 'main process', helper: 'helpers' } satisfies Record<Role, string>,
  quitMethod: {
    'tray-menu': 'tray menu',
    window: 'closing its window',
    signal: 'SIGTERM',
  } satisfies Record<QuitMethod['by'], string>,
  tier: {
    cache: 'cache',
    leftover: 'leftovers',
    're-download': 're-download',
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
    'still-running': (client: string) =>
      `It may be asking something: check its window. Or run: clean-exit force ${client}`,
    partly: (client: string) =>
      `Parts of it are still running. End them: clean-exit force ${client}`,
    unknown: 'Not everything could be checked. See why: clean-exit doctor',
  } satisfies Record<Verdict, string | ((client: string) => string)>,
};
