import { readFileSync } from 'node:fs';
import { distinct, type GivenCheckpoint } from '../../../audit/verify/checkpoints.ts';
import { verifyLog, type Verified } from '../../../audit/verify/verify.ts';
import type { PrintedAuditVerify } from '../../../schema/printed/audit-verify.ts';
import { checkpointsIn, givenLog, type GivenLog } from './given-log.ts';
import { ownFolder } from './own-folder.ts';
import { largestFile, latestFile } from '../../../store/audit/checkpoint-files.ts';
import { words } from '../../../words/words.ts';
import type { Context, ExitCode } from '../../context.ts';
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
  const given = checkpointsIn(context, options.checkpoint ?? []);
  const trusted = trustedKeys(context, options.key ?? []);
  const log = givenLog(context, places, trusted);
  const checkpoints = distinct([...own, ...given, ...log.checkpoints]);
  const found = await verifyLog(log.parts, {
    ...{ suiteOf, checkpoints, trusted },
    isEverySignature: options.everySignature === true,
  });
  const isOwn = given.length === 0 && checkpoints.length > 0;
  const isNamed = trusted.length > 0;
  const saying = { screen, say: words(lang), isOwn, isNamed, received: log.received };
  if (json) screen.json(printed(found, log.received));
  else for (const line of verdictLines(found, saying)) screen.say(line);
  return found.isIntact ? 0 : 1;
}

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
  return distinct(given);
}

const tailOf = ({ checkpoints }: Verified): PrintedAuditVerify['tail'] => {
  if (checkpoints.some(({ code }) => code === 'cut')) return 'cut';
  return checkpoints.some(({ code }) => code === 'ok') ? 'complete' : 'unknown';
};

function printed(found: Verified, received: GivenLog['received']): PrintedAuditVerify {
  const { isIntact: intact, isTrusted: trusted, count: lines, hashAlgorithm, ...more } = found;
  return {
    schema: 'clean-exit/audit-verify/1',
    ...{ intact, trusted, tail: tailOf(found), lines },
    ...(hashAlgorithm === undefined ? {} : { algorithm: hashAlgorithm }),
    ...more,
    ...(received ? { received } : {}),
    ...{ warnings: [...found.warnings], keys: [...found.keys] },
    ...{ checkpoints: [...found.checkpoints], interrupted: [...found.interrupted] },
  };
}
