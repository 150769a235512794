/** The characters that the practice client can have, the same words as on the simulated machine. */
export const BEHAVIOURS = [
  'polite',
  'slow',
  'deaf',
  'respawning',
  'stubborn-helper',
  'ghost',
  'asks',
] as const;

export type Behaviour = (typeof BEHAVIOURS)[number];

/** What one temper means for each part of the client. All times in milliseconds. */
export interface Nature {
  readonly root: {
    /** What a click on "Quit" and SIGTERM do. */
    readonly whenAsked: 'leaves' | 'stays' | 'asks-back';
    /** How long it writes its databases before it goes. */
    readonly flushMs: number;
    /** A helper that ends is started again after this time. */
    readonly respawnsAfter?: number;
  };
  readonly helper: HelperNature;
  /** The nature of the first helper, where it differs. */
  readonly firstHelper?: HelperNature;
  /** Its icon stays in the panel's list when nobody holds it any more. */
  readonly leavesGhost: boolean;
}

export interface HelperNature {
  /** How long after SIGTERM it goes. */
  readonly whenAsked: number | 'stays';
  /** How long after its root it goes. */
  readonly afterRoot: number | 'stays';
}

const LEAVES = { whenAsked: 5, afterRoot: 40 } as const;
const polite: Nature = {
  root: { whenAsked: 'leaves', flushMs: 200 },
  helper: LEAVES,
  leavesGhost: false,
};

export const NATURES: Readonly<Record<Behaviour, Nature>> = {
  polite,
  slow: { ...polite, root: { whenAsked: 'leaves', flushMs: 2_500 } },
  deaf: {
    ...polite,
    root: { whenAsked: 'stays', flushMs: 0 },
    helper: { whenAsked: 'stays', afterRoot: 10 },
  },
  respawning: {
    ...polite,
    root: { whenAsked: 'leaves', flushMs: 200, respawnsAfter: 0 },
    helper: { whenAsked: 5, afterRoot: 'stays' },
  },
  'stubborn-helper': { ...polite, firstHelper: { whenAsked: 'stays', afterRoot: 'stays' } },
  ghost: { ...polite, leavesGhost: true },
  asks: {
    ...polite,
    root: { whenAsked: 'asks-back', flushMs: 0 },
    helper: { whenAsked: 'stays', afterRoot: 10 },
  },
};

export const isBehaviour = (text: string): text is Behaviour =>
  BEHAVIOURS.some((one) => one === text);
