import type { ProofRefusal } from '../core/proof.ts';
import type { Words } from './en.ts';
import type { KeyProofCode } from './en/volume.ts';

/** Whom it is about, what was asked for, and how a time is said. */
export interface ProofRefusedTo {
  readonly client: string;
  readonly request: string;
  readonly time: (ms: number) => string;
}

interface InWords {
  readonly what: string;
  readonly next: string;
}

/** Why a proof was not given, and what to do next. */
export function proofRefusalInWords(
  proof: ProofRefusal,
  { proofs: say, volume: { proof: keyProofs } }: Pick<Words, 'proofs' | 'volume'>,
  to: ProofRefusedTo,
): InWords {
  const { kind, why, detail = '', until = 0, surfaces = [] } = proof;
  const { unavailable } = say;
  const plain = ({ what, next }: { what: string; next: Next }): InWords => ({
    what,
    next: typeof next === 'string' ? next : next(to.client, to.request),
  });
  const [code = ''] = detail.split(': ');
  if (isKeyProof(code, keyProofs)) return keyProofs[code];
  switch (why) {
    case 'declined':
      return plain(say.declined);
    case 'locked':
      return about(say.locked, to.time(until));
    case 'wrong':
      if (until > 0) return about(say.locked, to.time(until));
      return plain(say.wrong[kind !== 'code' ? 'other' : detail === 'used' ? 'used' : 'code']);
    case 'not-available': {
      if (detail === 'clock-back') return about(unavailable['clock-back'], to.time(until));
      if (detail === 'surface' && (kind === 'confirm' || kind === 'code'))
        return plain(unavailable[kind]);
      if (detail === 'no-order') return plain(unavailable['two-persons']);
      const [code = '', ...rest] = detail.split(': ');
      if (code === 'unreadable' || code === 'unwritable')
        return about(unavailable[code], rest.join(': '));
      if (isPlain(code)) return plain(unavailable[code]);
      const next =
        surfaces.length > 0
          ? say.otherNext(surfaces.join(', '))
          : plain(unavailable.unsupported).next;
      return detail === '' || detail === 'surface'
        ? { ...plain(unavailable.unsupported), next }
        : { what: say.other(say.kind[kind], detail), next };
    }
  }
}

const about = (
  { what, next }: { what: (about: string) => string; next: string },
  one: string,
): InWords => ({ what: what(one), next });

type Next = string | ((client: string, request: string) => string);

const PLAIN = [
  'not-enrolled',
  'busy',
  'polkit-action',
  'root',
  'polkit-missing',
  'no-agent',
  'unsupported',
] as const;

const isPlain = (code: string): code is (typeof PLAIN)[number] => PLAIN.some((one) => one === code);

const isKeyProof = (code: string, all: Words['volume']['proof']): code is KeyProofCode =>
  Object.hasOwn(all, code);
