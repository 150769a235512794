import { readFileSync } from 'node:fs';
import type { Why } from '../../core/known.ts';

/** CAP_SYS_PTRACE (capability.h): with it hidepid hides nothing. */
const PTRACE = 1n << 19n;

/** Fewer users than this are no computer's: somebody made a user namespace for one program. */
const ALL_USERS = 65_536;

/**
 * Why programs of other users cannot be seen: the kernel hides them (`hidepid`, proc(5)), or we are in a user
 * namespace that knows few users (user_namespaces(7)). Undefined where they can be seen.
 */
export function othersUnseen(proc = '/proc'): Why | undefined {
  const ranges = textOf(`${proc}/self/uid_map`).matchAll(/^\s*\d+\s+\d+\s+(\d+)/gm);
  const users = [...ranges].map(([, count]) => Number(count));
  if (users.length > 0 && users.reduce((all, one) => all + one) < ALL_USERS)
    return { code: 'denied', detail: 'this user namespace does not show them' };
  const mounted = textOf(`${proc}/self/mounts`)
    .split('\n')
    .map((line) => line.split(' '))
    .findLast(([, folder, type]) => folder === '/proc' && type === 'proc');
  const options = mounted?.[3] ?? '';
  const hides = /(?:^|,)hidepid=([^,]+)/.exec(options)?.[1] ?? 'off';
  if (hides === '0' || hides === 'off' || mayTrace(proc)) return undefined;
  const group = Number(/(?:^|,)gid=(\d+)/.exec(options)?.[1] ?? 0);
  // The group is exempt, but not from `ptraceable`.
  const isExempt = group > 0 && process.getgroups?.().includes(group);
  if (isExempt && hides !== '4' && hides !== 'ptraceable') return undefined;
  return { code: 'denied', detail: `/proc hides them (hidepid=${hides})` };
}

const mayTrace = (proc: string): boolean => {
  const effective = /^CapEff:\s*([0-9a-f]+)/m.exec(textOf(`${proc}/self/status`))?.[1];
  return effective !== undefined && (BigInt(`0x${effective}`) & PTRACE) !== 0n;
};

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
