import { readFileSync } from 'node:fs';
import { checkProof } from '../../../audit/verify/proof.ts';
import type { PrintedAuditProof } from '../../../schema/printed/audit-verify.ts';
import { words } from '../../../words/words.ts';
import { UsageError, type Context, type ExitCode } from '../../context.ts';
import { trustedKeys } from './trusted-keys.ts';

/** 0: the entry is in the log that the key signs. 1: nothing shows that. Throws UsageError for what was not named. */
export function verifyProof(
  context: Context,
  proof: string,
  { line, key = [] }: { readonly line?: string; readonly key?: readonly string[] },
): ExitCode {
  const { screen, json, lang } = context;
  const say = words(lang).auditVerify;
  if (line === undefined) throw new UsageError(say.needsLine, say.needsLineNext);
  if (key.length === 0) throw new UsageError(say.needsKey, say.faultNext['no-key']);
  const trusted = trustedKeys(context, key);
  const found = checkProof(readFileSync(proof, 'utf8'), withoutBreak(readFileSync(line)), trusted);
  if (json)
    screen.json({ schema: 'clean-exit/audit-proof/1', ...found } satisfies PrintedAuditProof);
  else {
    const sentence = say.proofIs[found.code];
    const { index = 0, size = 0 } = found;
    screen.say(
      screen.paint[found.code === 'ok' ? 'green' : 'red'](
        typeof sentence === 'string' ? sentence : sentence(index, size),
      ),
    );
  }
  return found.code === 'ok' ? 0 : 1;
}

const withoutBreak = (bytes: Buffer): Buffer =>
  bytes.at(-1) === 10 ? bytes.subarray(0, -1) : bytes;
