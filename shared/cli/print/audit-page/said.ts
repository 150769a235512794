import type { Remains, RequestRow } from '../../../audit/report/row.ts';
import type { Words } from '../../../words/en.ts';
import { explainWhy } from '../../../words/explain-why.ts';
import type { Face } from './faces.ts';

/** Words for the codes of a log; a code that nobody knows is shown as it is. */
type Table = Readonly<Record<string, string>>;

export const worded = (table: Table, code: string): string =>
  Object.hasOwn(table, code) ? (table[code] ?? code) : code;

/** Why something was refused, by its code. */
export function refusalSaid(code: string, say: Words): string {
  const table: Readonly<Record<string, { readonly what: string | ((...of: never) => string) }>> =
    say.refusal;
  const what = Object.hasOwn(table, code) ? table[code]?.what : undefined;
  return typeof what === 'string' ? what : '';
}

/** What is there still, one thing each; empty where nothing is. */
export function remainsSaid(left: Remains, say: Words): readonly string[] {
  const { remaining, auditReport } = say;
  const unseen: Table = {
    processes: remaining.unseenProcesses,
    trayIcons: remaining.unseenTray,
    windows: remaining.unseenWindows,
    others: remaining.unseenOthers,
    journals: remaining.unseenJournals,
  };
  const some = (count: number, in_: (count: number) => string) => (count > 0 ? [in_(count)] : []);
  return [
    ...left.processes.map(({ name, pid }) => `${name} (${pid})`),
    ...some(left.trayIcons, remaining.trayIcons),
    ...some(left.windows, remaining.windows),
    ...some(left.leftovers, remaining.leftovers),
    ...some(left.unmerged, auditReport.journals),
    ...some(left.others, remaining.others),
    ...some(left.doubts, auditReport.doubts),
    ...left.unseen
      .filter(({ why }) => why !== 'not-looked')
      .map(({ what, why }) =>
        auditReport.unseen(worded(unseen, what), explainWhy({ code: why }, say)),
      ),
  ];
}

/** The sign of a row: what came of it decides, and where it is through, what was seen then. */
export function faceOf({ result, verdict }: RequestRow): Face {
  if (result === 'interrupted' || result === 'open') return 'doubt';
  if (result === 'done' || result === 'nothing-to-do') return 'good';
  if (result === 'refused') return 'bad';
  if (result === 'summary') return verdict === 'gone' ? 'good' : 'sum';
  return verdict === 'still-running' ? 'bad' : verdict === 'unknown' ? 'doubt' : 'part';
}
