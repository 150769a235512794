import { describe, expect, it } from 'vitest';
import type { Platform } from '../../shared/core/model.ts';
import { PROOF_SURFACES } from '../../shared/core/proof-surfaces.ts';
import type { ProofKind } from '../../shared/core/proof.ts';
import { nativeMachine } from '../../shared/machine/native-machine.ts';
import { pureJsMachine } from '../../shared/machine/pure-js-machine.ts';

/** Which kinds the machine of a surface gets; the others are asked by the surface itself. */
const OF_MACHINES: readonly ProofKind[] = ['presence', 'volume', 'signature'];

const at = (platform: Platform) => ({
  ...{ platform, env: {}, home: '/home/ming', uid: 1_000, now: () => 0 },
});
const by = (surface: string): readonly ProofKind[] =>
  OF_MACHINES.filter((kind) => PROOF_SURFACES[kind].includes(surface));

describe('the surfaces that can get a proof', () => {
  // The command line and the plugin of the keys have the native machine.
  it.each(['command line', 'Stream Deck'])('are those whose machine gets it: %s', (surface) => {
    const kinds = nativeMachine({ HOME: '/home/ming' }).proofs?.kinds ?? [];
    expect(OF_MACHINES.filter((kind) => kinds.includes(kind))).toEqual(by(surface));
  });

  it.each(['macos', 'windows'] as const)('are those whose machine gets it: Raycast on %s', (os) => {
    const kinds = pureJsMachine({}, at(os)).proofs?.kinds ?? [];
    expect(OF_MACHINES.filter((kind) => kinds.includes(kind))).toEqual(by('Raycast'));
  });
});
