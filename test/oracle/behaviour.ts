import path from 'node:path';
import type { Place } from './places.ts';
import type { Start } from './start.ts';

/** The program that a client starts beside itself, by the catalogue's own names. */
const PARTS = { telegram: 'Updater', wechat: 'wxocr', own: 'helper', common: 'helper' } as const;

/** What the actor is told to do, and where the program of its children lies, if it has any. */
export function behaviour(
  { client, fork, hop, temper, sandbox }: Start,
  { base, folder }: Place,
): { readonly env: Record<string, string>; readonly part?: string; readonly ready: number } {
  const does = [
    ...(temper === 'deaf' ? ['deaf'] : []),
    ...(fork === 'leave' ? ['leave'] : fork === 'hop' ? [`hop=${hop}`] : []),
  ];
  const stays = temper === 'behind' || temper === 'behind-deaf';
  const count = stays ? 2 : fork === 'hidden' || fork === 'browser' ? 1 : 0;
  if (count === 0) return { env: { ORACLE: does.join(',') }, ready: 1 };
  const isBrowser = fork === 'browser';
  const part = path.join(
    isBrowser ? path.join(base, 'browser') : folder,
    isBrowser ? 'firefox' : PARTS[client],
  );
  // In a box the folder lies elsewhere as well; what is started from there is seen there.
  const seen = sandbox === 'mounts' && !isBrowser ? path.join(base, 'box', PARTS[client]) : part;
  const partDoes = [
    ...(isBrowser ? ['browser'] : stays ? [] : ['bound']),
    ...(fork === 'hidden' ? ['hide'] : []),
    ...(temper === 'behind-deaf' && !isBrowser ? ['deaf'] : []),
  ];
  return {
    env: {
      ORACLE: [...does, `with=${count}`].join(','),
      ORACLE_PART: seen,
      ORACLE_PART_DOES: partDoes.join(','),
    },
    part,
    ready: 1 + count,
  };
}
