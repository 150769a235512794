import { readFileSync } from 'node:fs';
import type { GivenCheckpoint } from '../../../audit/verify/checkpoints.ts';
import type { LogPart } from '../../../audit/verify/log-part.ts';
import { verifyLog, type Verified } from '../../../audit/verify/verify.ts';
import type { PrintedAuditVerify } from '../../../schema/printed/audit-verify.ts';
import { ownFolder } from './own-folder.ts';
import { largestFile, latestFile } from '../../../store/audit/checkpoint-files.ts';
import { checkpointsAt, partsAt } from '../../../store/audit/log-parts.ts';
import { words } from '../../../words/words.ts';
import { UsageError, type Context, type ExitCode } from '../../context.ts';
import { suiteOf } from './suite-of.ts';
import { trustedKeys } from './trusted-keys.ts';
import { verdictLines } from './verdict-lines.ts';
import { verifyProof } from './verify-proof.ts';

export interface VerifyOptions {
  readonly checkpoint?: readonly string[];
  readonly key?: readonly string[];
  readonly everySignature?: boolean;
  readonly proof?: string;
  readonly line?: string;
}

/** 0: intact. 1: not, or something in it has to be accepted. Throws where it cannot be read. */
export async function verifyAudit(
  context: Context,
  said: readonly string[],
  options: VerifyOptions,
): Promise<ExitCode> {
  if (options.proof !== undefined) return verifyProof(context, options.proof, options);
  const { screen, json, lang } = context;
  const places = said.length > 0 ? said : [await ownFolder(context)];
  // Before the lines: the log may grow, and a checkpoint of more lines than were read would say that they were cut.
  const own = options.checkpoint ? [] : places.flatMap(latestBeside);
  const checkpoints = [...own, ...checkpointsIn(options.checkpoint ?? [])];
  const parts = partsOf(context, places);
  const found = await verifyLog(parts, {
    ...{ suiteOf, checkpoints, trusted: trustedKeys(context, options.key ?? []) },
    isEverySignature: options.everySignature === true,
  });
  if (json) screen.json(printed(found));
  else
    for (const line of verdictLines(found, { screen, say: words(lang), isOwn: own.length > 0 }))
      screen.say(line);
  return found.isIntact ? 0 : 1;
}

export function partsOf({ lang }: Context, places: readonly string[]): readonly LogPart[] {
  const say = words(lang).auditVerify;
  const all = places.join(', ');
  const parts = places.flatMap((place) => {
    try {
      return partsAt(place);
    } catch (error) {
      const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (isGone) throw new UsageError(say.noLog(place), say.noLogNext);
      throw error;
    }
  });
  if (parts.length === 0) throw new UsageError(say.noLog(all), say.noLogNext);
  return parts;
}

export const checkpointsIn = (places: readonly string[]): readonly GivenCheckpoint[] =>
  places.flatMap(checkpointsAt).map((name) => ({ name, note: readFileSync(name, 'utf8') }));

/** The newest checkpoint in the log's own folder, and the one of most lines: after a cut these are two. */
function latestBeside(place: string): readonly GivenCheckpoint[] {
  const names = [latestFile(place), largestFile(place)];
  const given = names.flatMap((name) => {
    try {
      return name === undefined ? [] : [{ name, note: readFileSync(name, 'utf8') }];
    } catch {
      return [];
    }
  });
  return given.filter(({ note }, at) => given.findIndex((one) => one.note === note) === at);
}

const tailOf = ({ checkpoints }: Verified): PrintedAuditVerify['tail'] => {
  if (checkpoints.some(({ code }) => code === 'cut')) return 'cut';
  return checkpoints.some(({ code }) => code === 'ok') ? 'complete' : 'unknown';
};

function printed(found: Verified): PrintedAuditVerify {
  const { isIntact: intact, isTrusted: trusted, count: lines, hashAlgorithm, ...more } = found;
  return {
    schema: 'clean-exit/audit-verify/1',
    ...{ intact, trusted, tail: tailOf(found), lines },
    ...(hashAlgorithm === undefined ? {} : { algorithm: hashAlgorithm }),
    ...more,
    ...{ warnings: [...found.warnings], keys: [...found.keys] },
    ...{ checkpoints: [...found.checkpoints], interrupted: [...found.interrupted] },
  };
}
