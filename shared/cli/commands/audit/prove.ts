import { writeFileSync } from 'node:fs';
import type { PrintedAuditProof } from '../../../schema/printed/audit-verify.ts';
import { mustBeNew, NEW } from './new-file.ts';
import { ownFolder } from './own-folder.ts';
import { proofOf } from '../../../store/audit/proof-of.ts';
import { quoted } from '../../../words/doubts-in-words.ts';
import { words } from '../../../words/words.ts';
import { UsageError, type Context, type ExitCode } from '../../context.ts';

/** Writes a proof of an entry, and the entry beside it. Throws UsageError where there is none. */
export async function proveEntry(
  context: Context,
  said: string,
  { out = `entry-${said}.tlog-proof` }: { readonly out?: string },
): Promise<ExitCode> {
  const { screen, json, lang, machine } = context;
  const say = words(lang).auditVerify;
  const number = Number(said);
  if (!/^\d+$/.test(said) || !Number.isSafeInteger(number))
    throw new UsageError(say.badNumber(said), say.notProvedNext);
  const entry = `${out.replace(/\.tlog-proof$/, '')}.jsonl`;
  mustBeNew(context, out, entry);
  const folder = await ownFolder(context);
  const found = await proofOf(folder, number, machine.clock.now());
  switch (found.code) {
    case 'no-log':
      throw new UsageError(say.noLog(folder), say.noLogNext);
    case 'not-there':
      throw new UsageError(say.notProved(number, found.count - 1), say.notProvedNext);
    case 'pruned':
      throw new UsageError(say.prunedEntry(number, found.first), say.notProvedNext);
    case 'other-algorithm':
      throw new UsageError(say.sm, say.smNext);
    case 'no-tree':
      throw new UsageError(say.noTree(number), say.noTreeNext);
    case 'proved':
      break;
  }
  writeFileSync(out, found.proof, NEW);
  writeFileSync(entry, `${found.line.toString()}\n`, NEW);
  if (json)
    screen.json({
      ...{ schema: 'clean-exit/audit-proof/1', code: 'ok', index: number, size: found.size },
      ...{ origin: found.origin, file: out },
    } satisfies PrintedAuditProof);
  else {
    screen.say(say.proved(number, out));
    screen.say(`  ${say.provedNext(quoted(out), quoted(entry))}`);
  }
  return 0;
}
