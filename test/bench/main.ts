import { readFileSync, writeFileSync } from 'node:fs';
import { Observer } from './observer/observer.ts';
import { computer } from './report/computer.ts';
import { asMarkdown, asText, type Section } from './report/section.ts';
import { filesToTouch } from './sections/change.ts';
import { auditLog } from './sections/audit.ts';
import { BASE, beforeAndAfter, previewBeforeAndAfter } from './sections/before-and-after.ts';
import { codeOfTheProduct } from './sections/code.ts';
import { loadingOfTheLauncher } from './sections/loading.ts';
import { exitBesidePeers } from './sections/peers.ts';
import { keysOfTheDeck } from './sections/keys.ts';
import { commandsOfTheLauncher } from './sections/launcher.ts';
import { growth } from './sections/growth.ts';
import { previewBesideDu } from './sections/preview.ts';
import { reaping } from './sections/reaping.ts';
import { removalBesideRm } from './sections/removal.ts';
import { returnAfterLastEnd } from './sections/return.ts';
import { statusAsCommand } from './sections/start.ts';
import { statusInProcess } from './sections/status.ts';
import { windowsUnderWine } from './sections/windows.ts';
import { costOfWaiting } from './sections/waiting.ts';
import { interrupted, tidy, tidyWhenInterrupted } from './tidy.ts';

const RESULTS = 'test/bench/RESULTS.md';
const CLIENT = { flushMs: 200, helpers: 5 } as const;

/** Every section by its number; `npm run bench -- 3 4` runs some, and with `--write` puts them in their place. */
const SECTIONS: readonly (readonly [string, (observer: Observer) => Promise<Section>])[] = [
  ['1', returnAfterLastEnd],
  [
    '2a',
    (observer) =>
      exitBesidePeers(observer, '2a. From the command to everything gone: helpers stay behind', {
        temper: 'respawning',
        ...CLIENT,
      }),
  ],
  [
    '2b',
    (observer) =>
      exitBesidePeers(observer, '2b. The same, and one helper ignores TERM', {
        temper: 'stubborn-helper',
        ...CLIENT,
      }),
  ],
  ['3', statusInProcess],
  ['4', statusAsCommand],
  ['5', costOfWaiting],
  ['6', previewBesideDu],
  ['7', removalBesideRm],
  ['8', growth],
  ['9', keysOfTheDeck],
  ['10', commandsOfTheLauncher],
  ['11', windowsUnderWine],
  ['12', filesToTouch],
  ['13', codeOfTheProduct],
  ['14', loadingOfTheLauncher],
  // Wants an earlier checkout.
  ...(BASE === undefined
    ? []
    : [['15', beforeAndAfter] as const, ['16', previewBeforeAndAfter] as const]),
  ['17', auditLog],
];

/** What `npm run test:long` wrote there; it is not ours to lose. */
function longTests(): readonly string[] {
  const [, ...kept] = readFileSync(RESULTS, 'utf8').split('\n## Long tests');
  return kept.map((text) => `## Long tests${text}`);
}

/** Puts sections in the place of those with the same number, with where and when they were measured. */
function replace(done: readonly Section[], where: readonly string[]): void {
  const [head = '', ...rest] = readFileSync(RESULTS, 'utf8').split('\n## ');
  const numberOf = (text: string): string => text.split('.')[0] ?? '';
  const made = new Map(
    done.map((one) => {
      const notes = [...(one.notes ?? []), `Measured apart from the rest: ${where.join('; ')}.`];
      const text = asMarkdown({ ...one, notes }).replace(/^## /, '');
      return [numberOf(text), text];
    }),
  );
  const sections = rest.map((text) => made.get(numberOf(text)) ?? text);
  const known = new Set(rest.map(numberOf));
  const fresh = [...made].filter(([number]) => !known.has(number)).map(([, text]) => text);
  // One that was never measured here comes behind the others of ours.
  const end = sections.findIndex((text) => text.startsWith('Long tests'));
  sections.splice(end < 0 ? sections.length : end, 0, ...fresh);
  writeFileSync(RESULTS, [head, ...sections].join('\n## '));
}

tidyWhenInterrupted();
const given = process.argv.slice(2);
const wanted = given.filter((one) => one !== '--write');
const began = performance.now();
const observer = new Observer();
try {
  const where = [...computer(), await reaping(observer)];
  for (const line of where) console.log(line);
  const done: Section[] = [];
  for (const [number, section] of SECTIONS) {
    // `2` means 2a and 2b, `1` not 10.
    if (
      wanted.length > 0 &&
      !wanted.includes(number.replace(/[a-z]$/, '')) &&
      !wanted.includes(number)
    )
      continue;
    const made = await section(observer);
    console.log(asText(made));
    done.push(made);
  }
  const took = `The whole run took ${Math.round((performance.now() - began) / 1_000)} s.`;
  console.log(`\n${took}`);
  if (wanted.length > 0 && given.includes('--write')) replace(done, where);
  if (wanted.length === 0)
    writeFileSync(
      RESULTS,
      [
        '# What `npm run bench` measured',
        '',
        'Written by the run itself; nothing here was typed by hand.',
        '',
        ...[...where, took].map((line) => `- ${line}`),
        '',
        ...done.map(asMarkdown),
        ...longTests(),
      ].join('\n'),
    );
} catch (error) {
  // Whoever was interrupted fails at whatever it was doing; the signal's handler ends us.
  if (!interrupted.aborted) throw error;
} finally {
  await tidy();
}
