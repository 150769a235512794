import type { Action, Cleaner, Variable } from './cleaner.ts';
import type { Left, Reason } from './places.ts';

/** Why something is not in the cleaner; for whoever reads the file, which is in English as CleanerML is. */
const WHY: Readonly<Record<Reason, string>> = {
  low: 'not sure enough to remove',
  pointer: 'a place that the client writes down elsewhere',
  'unknown-place': 'a place that BleachBit does not know',
  'too-wide': 'holds more than the files of this client',
  pattern: 'a pattern that BleachBit cannot say',
};

/** A cleaner as CleanerML (docs.bleachbit.org/cml), for Linux; one line for each action. */
export function cleanerXml(cleaner: Cleaner, name: string): string {
  const about = [
    'Made by Clean Exit from its catalogue: what `clean-exit purge` would take of the tier "cache".',
    ...(cleaner.documents
      ? ['Where the documents folder is not ~/Documents, put yours in its place below.']
      : []),
    'Links, and what a program has open, are left alone by Clean Exit; BleachBit does not look.',
    ...cleaner.left.map(leftLine),
    `Sources: ${cleaner.sources.join('; ')}`,
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...about.map((line) => `<!-- ${comment(line)} -->`),
    element('cleaner', { id: cleaner.id, os: 'linux' }, [
      element('label', {}, [escaped(name)]),
      element('description', {}, ['Chat client']),
      ...cleaner.running.map((exe) => element('running', { type: 'exe' }, [escaped(exe)])),
      ...[...cleaner.roots, ...cleaner.wild].map(variable),
      element('option', { id: 'cache' }, [
        element('label', {}, ['Cache']),
        element('description', {}, ['Caches and logs that it makes again; no chat record']),
        ...cleaner.actions.map(action),
      ]),
    ]),
    '',
  ].join('\n');
}

const leftLine = ({ what, why }: Left): string => `Left out: ${what} (${WHY[why]})`;

const variable = ({ name, values }: Variable): string =>
  element(
    'var',
    { name },
    values.map((value) => element('value', {}, [escaped(value)])),
  );

const action = ({ search, path, regex, nwholeregex }: Action): string =>
  element('action', {
    command: 'delete',
    ...{ search, path },
    type: 'f',
    ...(regex === undefined ? {} : { regex }),
    nwholeregex,
  });

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  inner?: readonly string[],
): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const open = `<${name}${said.join('')}`;
  if (inner === undefined) return `${open}/>`;
  if (inner.length === 1 && !inner[0]?.startsWith('<')) return `${open}>${inner[0]}</${name}>`;
  const lines = inner.flatMap((one) => one.split('\n')).map((line) => `  ${line}`);
  return [`${open}>`, ...lines, `</${name}>`].join('\n');
}

/** What XML 1.0 asks for in texts and attributes; ten lines of a library would do the same. */
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** Two hyphens would end a comment. */
const comment = (text: string): string => text.replace(/--/g, '- -').replace(/[^\P{Cc}]/gu, '?');
