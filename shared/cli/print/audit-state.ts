import type { LogState } from '../../store/audit/state.ts';
import { readVkey } from '../../audit/vkey.ts';
import { stateFaultInWords } from '../../words/state-fault-in-words.ts';
import type { Words } from '../../words/en.ts';
import { localTime } from './local-time.ts';

/** One fact about the log, and what to do where it is not as it should be. */
export interface StateRow {
  readonly name: string;
  readonly text: string;
  readonly next?: string;
}

/** The state of a log, a fact a row; nothing where there is no log. */
export function stateRows(state: LogState | undefined, words: Words): readonly StateRow[] {
  if (!state) return [];
  const { auditKeep: say } = words;
  const { lines, at, tail, open, spools, fault } = state;
  if (fault)
    return [{ name: say.lines, text: stateFaultInWords(fault, words), next: say.faultNext }];
  return [
    { name: say.lines, text: String(lines) },
    ...(at === undefined ? [] : [{ name: say.last, text: when(at) }]),
    {
      name: say.tail,
      ...(tail.isGood
        ? { text: say.tailGood(tail.lines) }
        : { text: say.tailBad, next: say.tailNext }),
    },
    keyRow(state, say),
    checkpointRow(state, say),
    ...(open > 0 ? [{ name: say.open, text: say.openRequests(open), next: say.openNext }] : []),
    ...spools.flatMap(({ to, next, fault }): readonly StateRow[] => [
      {
        name: say.spool,
        text: say.shippedTo(to, next, Math.max(0, lines - next)),
        ...(fault ? { next: `${say.shipFault(fault.detail ?? fault.code)}. ${say.shipNext}` } : {}),
      },
    ]),
  ];
}

/** The state as one line, for the end of a list. */
export function stateLine(state: LogState, words: Words): string {
  const { auditKeep: say, receipt } = words;
  const { lines, tail, checkpoint, fault } = state;
  if (fault) return `${say.title}${receipt.colon}${stateFaultInWords(fault, words)}`;
  return [
    `${say.title}${receipt.colon}${say.lineCount(lines)}`,
    checkpoint
      ? `${say.checkpoint} ${say.checkpointAt(checkpoint.size, lines - checkpoint.size)}`
      : `${say.checkpoint} ${say.none}`,
    tail.isGood ? say.tailGood(tail.lines) : `${say.tailBad}. ${say.tailNext}`,
  ].join(' · ');
}

type Say = Words['auditKeep'];

function keyRow({ key, keyFile, isKeyOpen }: LogState, say: Say): StateRow {
  if (key === undefined) return { name: say.key, text: say.keyLost, next: say.tailNext };
  if (isKeyOpen)
    return { name: say.key, text: say.keyOpen(keyFile), next: say.keyOpenNext(keyFile) };
  return { name: say.key, text: say.keyIs(readVkey(key)?.id.toString('hex') ?? key) };
}

function checkpointRow({ checkpoint, lines, notIn }: LogState, say: Say): StateRow {
  const { checkpoint: name } = say;
  if (!checkpoint) return { name, text: say.none };
  const text = `${say.checkpointAt(checkpoint.size, lines - checkpoint.size)} · ${when(checkpoint.at)}`;
  return notIn === undefined
    ? { name, text }
    : { name, text: `${text} · ${say.notOutside(notIn)}`, next: say.notOutsideNext(notIn) };
}

const when = (at: number): string => localTime(new Date(at).toISOString());
