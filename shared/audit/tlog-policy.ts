import { readVkey } from './vkey.ts';

/** What a policy of C2SP (c2sp.org/tlog-policy) says, as far as it is followed here. */
export type TlogPolicy =
  | { readonly ok: true; readonly logs: readonly string[] }
  /** `line` from 1. `quorum`: it asks for witnesses, whose signatures are not checked here. */
  | { readonly ok: false; readonly why: 'line' | 'quorum'; readonly line: number };

/** Whether a text is a policy: its first line that is no comment begins with a word of one. */
export const looksLikePolicy = (text: string): boolean =>
  /^(?:[ \t]*(?:#.*)?\n)*[ \t]*(?:log|witness|group|quorum)[ \t]/.test(text);

/** The logs that a policy trusts. */
export function readTlogPolicy(text: string): TlogPolicy {
  const logs: string[] = [];
  let quorums = 0;
  const lines = text.split('\n');
  for (const [at, whole] of lines.entries()) {
    const [word = '', ...rest] = whole.split(/[ \t]+/).filter((part) => part !== '');
    if (word === '' || word.startsWith('#')) continue;
    const line = at + 1;
    const [first = ''] = rest;
    if (word === 'log' && readVkey(first) && !logs.includes(first)) logs.push(first);
    else if (word === 'quorum' && rest.length === 1 && ++quorums === 1) {
      if (first !== 'none') return { ok: false, why: 'quorum', line };
    } else if (word !== 'witness' && word !== 'group') return { ok: false, why: 'line', line };
  }
  return quorums === 1 ? { ok: true, logs } : { ok: false, why: 'line', line: lines.length };
}
