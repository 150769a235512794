import type { Missed } from '../../store/audit/missed.ts';
import type { LogState } from '../../store/audit/state.ts';
import { readVkey } from '../../audit/vkey.ts';
import { auditAdvice } from '../../words/audit-alarms.ts';
import { quoted } from '../../words/doubts-in-words.ts';
import { shipFaultInWords } from '../../words/ship-fault-in-words.ts';
import { stateFaultInWords } from '../../words/state-fault-in-words.ts';
import type { Words } from '../../words/en.ts';
import { localTime } from './local-time.ts';

/** One fact about the log, and what to do where it is not as it should be. */
export interface StateRow {
  readonly name: string;
  readonly text: string;
  readonly next?: string;
}

/** What is known of a log; `to`: where the policy wants it to be shipped. */
export interface KnownLog {
  readonly log?: LogState;
  readonly to?: string;
  readonly missed?: Missed;
}

/** The state of a log, a fact a row; nothing where there is no log, and no request was meant for one. */
export const stateRows = ({ log, to, missed }: KnownLog, words: Words): readonly StateRow[] => [
  ...(log ? logRows(log, words, to) : []),
  ...(missed ? [missedRow(missed, words)] : []),
];

function missedRow({ at, fault }: Missed, words: Words): StateRow {
  const { auditKeep: say, state } = words;
  const text = `${localTime(at)} · ${state.notAudited(stateFaultInWords(fault, words))}`;
  return { name: say.missed, text, next: auditAdvice(fault, words) };
}

function logRows(state: LogState, words: Words, to: string | undefined): readonly StateRow[] {
  const { auditKeep: say } = words;
  const { lines, at, tail, open, spools, fault } = state;
  if (fault)
    return [
      { name: say.lines, text: stateFaultInWords(fault, words), next: auditAdvice(fault, words) },
    ];
  return [
    { name: say.lines, text: say.entries(lines) },
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
    ...spools.map((spool) => spoolRow(spool, lines, words, to)),
    ...(to === undefined || spools.some((spool) => spool.to === to)
      ? []
      : [{ name: say.spool, text: say.notShipped(to), next: say.shipNext }]),
  ];
}

/** A place that never took anything, and that no policy names, was perhaps only mistyped: then nothing has to be done. */
function spoolRow(
  { to, next, at, fault }: LogState['spools'][number],
  lines: number,
  words: Words,
  wanted: string | undefined,
): StateRow {
  const { auditKeep: say, auditShip } = words;
  const why = fault ? say.shipFault(shipFaultInWords(fault, words)) : undefined;
  if (at === undefined && to !== wanted)
    return { name: say.spool, text: [say.notShipped(to), ...(why ? [why] : [])].join(' · ') };
  const option = to === wanted ? '' : ` --to ${quoted(to)}`;
  const behind = Math.max(0, lines - next);
  return {
    name: say.spool,
    text: fault ? say.unsureAt(to, behind) : say.shippedTo(to, next, behind),
    ...(why === undefined ? {} : { next: say.thenNext(why, auditShip.retry(option)) }),
  };
}

/** The state as one line, for the end of a list. */
export function stateLine(state: LogState, words: Words): string {
  const { auditKeep: say, receipt } = words;
  const { lines, tail, checkpoint, fault } = state;
  if (fault) return `${say.title}${receipt.colon}${stateFaultInWords(fault, words)}`;
  return [
    `${say.title}${receipt.colon}${say.entries(lines)}`,
    checkpoint
      ? `${say.checkpoint} ${checkpointSize(checkpoint.size, lines, say)}`
      : `${say.checkpoint} ${say.none}`,
    tail.isGood ? say.tailGood(tail.lines) : `${say.tailBad}. ${say.tailNext}`,
  ].join(' · ');
}

type Say = Words['auditKeep'];

const checkpointSize = (size: number, lines: number, say: Say): string =>
  size > lines ? say.checkpointAhead(size, lines) : say.checkpointAt(size, lines - size);

function keyRow({ key, keyFile, isKeyOpen, keyReplacedAt }: LogState, say: Say): StateRow {
  if (key === undefined) return { name: say.key, text: say.keyLost, next: say.keyLostNext };
  if (isKeyOpen)
    return { name: say.key, text: say.keyOpen(keyFile), next: say.keyOpenNext(keyFile) };
  const text = say.keyIs(readVkey(key)?.id.toString('hex') ?? key);
  const lost = keyReplacedAt === undefined ? '' : ` · ${say.keyReplaced(keyReplacedAt)}`;
  return { name: say.key, text: text + lost };
}

function checkpointRow({ checkpoint, lines, notIn }: LogState, say: Say): StateRow {
  const { checkpoint: name } = say;
  if (!checkpoint) return { name, text: say.none };
  if (checkpoint.size > lines)
    return { name, text: say.checkpointAhead(checkpoint.size, lines), next: say.tailNext };
  const text = `${say.checkpointAt(checkpoint.size, lines - checkpoint.size)} · ${when(checkpoint.at)}`;
  return notIn === undefined
    ? { name, text }
    : { name, text: `${text} · ${say.notOutside(notIn)}`, next: say.notOutsideNext(notIn) };
}

const when = (at: number): string => localTime(new Date(at).toISOString());
