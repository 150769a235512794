import type { Why } from '../core/known.ts';
import type { Platform } from '../core/model.ts';
import type { Places } from '../core/paths.ts';
import type { Machine } from './machine.ts';

const NAMES = { linux: 'Linux', macos: 'macOS', windows: 'Windows' } as const;

/** A system that we cannot look at as we run here: it sees nothing and says so, and so nothing is touched. */
export function blindMachine(platform: Platform, places: Places, now: () => number): Machine {
  const why: Why = {
    code: 'unsupported',
    detail: `this version cannot look at ${NAMES[platform]}`,
  };
  const blind = { known: false, why } as const;
  const cannot = { state: 'failed', reason: why } as const;
  return {
    platform,
    places,
    user: {},
    clock: { now, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
    quit: { ask: async () => cannot },
    desktop: {
      observe: async () => ({ trayIcons: blind, windows: blind }),
      close: async () => cannot,
    },
    processes: {
      observe: async () => ({ me: '', processes: blind }),
      end: async () => cannot,
      untilGone: async (processes) => processes,
      memory: async () => blind,
    },
    files: {
      list: async () => blind,
      accounts: async () => blind,
      lastActivity: async () => blind,
      unmerged: async () => blind,
    },
    examine: async () => [{ id: 'processes', state: 'missing', detail: why.detail ?? '' }],
    leave: async () => {},
  };
}
