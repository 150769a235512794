import { readFileSync } from 'node:fs';
import { looksLikePolicy, readTlogPolicy } from '../../../audit/tlog-policy.ts';
import { readVkey } from '../../../audit/vkey.ts';
import { words } from '../../../words/words.ts';
import { UsageError, type Context } from '../../context.ts';

/** The vkeys that were named: as texts, in files, or as the logs of a tlog-policy. Throws UsageError for anything else. */
export const trustedKeys = (context: Context, said: readonly string[]): readonly string[] =>
  said.flatMap((one) => (readVkey(one) ? [one] : keysIn(context, one)));

function keysIn({ lang }: Context, file: string): readonly string[] {
  const say = words(lang).auditVerify;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(say.noKeyIn(file), say.noKeyNext);
  }
  if (looksLikePolicy(text)) {
    const policy = readTlogPolicy(text);
    if (policy.ok) return policy.logs;
    throw policy.why === 'quorum'
      ? new UsageError(say.policyQuorum(file), say.policyQuorumNext)
      : new UsageError(say.policyLine(file, policy.line), 'https://c2sp.org/tlog-policy');
  }
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0 || !lines.every((line) => readVkey(line)))
    throw new UsageError(say.noKeyIn(file), say.noKeyNext);
  return lines;
}
