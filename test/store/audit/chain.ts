import { readFileSync } from 'node:fs';
import { readLine } from '../../../shared/audit/read-line.ts';
import { ED25519 } from '../../../shared/audit/suite.ts';
import { leafHash, nodeHash, rootAt, rootOf } from '../../../shared/audit/tree.ts';
import { ed25519Key, readVkey } from '../../../shared/audit/vkey.ts';
import { linesFrom, segmentsIn } from '../../../shared/store/audit/segments.ts';
import { TreeFile } from '../../../shared/store/audit/tree-file.ts';

const { hash } = ED25519;

/** The root of RFC 6962 as it is defined there, without anything stored. */
function rootByDefinition(leaves: readonly Buffer[]): Buffer {
  if (leaves.length < 2) return rootOf(hash, leaves);
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return nodeHash(hash, rootByDefinition(left), rootByDefinition(right));
}

/** A log that was read: what its lines say, and the first thing that is wrong with the chain. */
export function chainIn(folder: string) {
  const start = segmentsIn(folder)[0]?.first ?? 0;
  const lines = [...linesFrom(folder, start)];
  const faults: string[] = [];
  let previous: string | undefined;
  let key: ReturnType<typeof ed25519Key>;
  const events = lines.map((line, at) => {
    const read = readLine(line);
    const event = (read ? JSON.parse(line.toString()) : NO_EVENT) as {
      readonly metadata: { readonly uid: string; readonly correlation_uid?: string };
      readonly status_code?: string;
      readonly unmapped: { readonly clean_exit: Readonly<Record<string, unknown>> };
    };
    const said = event.unmapped.clean_exit;
    if (said['statement'] === 'began') key = keyOf(said['key']);
    if (said['statement'] === 'key-replaced') key = keyOf(said['new']);
    if (read?.sequence !== start + at) faults.push(`${start + at}: number ${read?.sequence}`);
    if (at > 0 && read?.previous !== previous) faults.push(`${start + at}: not behind its line`);
    if (read && hash(read.body).toString('hex') !== read.fingerprint) faults.push(`${at}: edited`);
    if (read && key && !ED25519.verify(read.body, read.signature, key))
      faults.push(`${at}: forged`);
    if (said['statement'] === 'key-rotated') key = keyOf(said['new']);
    previous = read?.fingerprint;
    return event;
  });
  const tree = TreeFile.read(folder, hash);
  if (tree?.count !== start + lines.length) faults.push(`the tree has ${tree?.count} leaves`);
  if (start === 0) {
    const root = rootByDefinition(lines.map((line) => leafHash(hash, line)));
    const stored = tree && rootAt(hash, lines.length, tree.read);
    if (!stored?.equals(root)) faults.push('the tree has another root');
  }
  tree?.close();
  return { lines, events, faults };
}

/** In the place of a line that is none. */
const NO_EVENT = { metadata: { uid: '' }, unmapped: { clean_exit: {} } };

const keyOf = (text: unknown) => {
  const vkey = readVkey(String(text));
  return vkey && ed25519Key(vkey);
};

/** All bytes of a log. */
export const textOf = (folder: string): string =>
  segmentsIn(folder)
    .map(({ file }) => readFileSync(file, 'utf8'))
    .join('');
