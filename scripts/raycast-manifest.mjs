// Writes into raycast/package.json what the catalogue says: whom a command can be for, and the names that people
// search by. `node scripts/raycast-manifest.mjs`; `--check` writes nothing and fails where something differs.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { imported } from './imported.mjs';
import { TOP } from './ready.mjs';

const FILE = path.join(TOP, 'raycast/package.json');
const { clients } = await imported(TOP, 'shared/clients/index.ts');
const { MOST_USED } = await imported(TOP, 'shared/clients/most-used.ts');

/** Raycast's search finds a command by these: of two clients, or each command would have fifty. */
const searched = clients.filter(({ id }) => MOST_USED.slice(0, 2).includes(id));
const ours = new Set(
  clients.flatMap(({ id, name, nameZh, aliases = [] }) => [id, name, nameZh, ...aliases]),
);
const keywords = (names, before = []) => [...names, ...before.filter((one) => !ours.has(one))];

/** A client of the catalogue is chosen; one that the person has described is written. */
const ARGUMENTS = [
  {
    name: 'client',
    type: 'dropdown',
    placeholder: 'Client',
    required: false,
    data: [
      { title: 'Whichever Is Running', value: 'any' },
      ...clients.map(({ id, name }) => ({ title: name, value: id })),
    ],
  },
  { name: 'own', type: 'text', placeholder: 'Your own client', required: false },
];

const before = readFileSync(FILE, 'utf8');
const manifest = JSON.parse(before);
manifest.keywords = keywords(
  searched.flatMap(({ id, nameZh, aliases = [] }) => [nameZh, id, ...aliases.slice(0, 1)]),
  manifest.keywords,
);
for (const command of manifest.commands) {
  if (command.keywords)
    command.keywords = keywords(
      searched.map(({ nameZh }) => nameZh),
      command.keywords,
    );
  if (command.arguments?.some(({ name }) => name === 'client')) command.arguments = ARGUMENTS;
}
const after = JSON.stringify(manifest, null, 2) + '\n';
if (!process.argv.includes('--check')) writeFileSync(FILE, after);
else if (after !== before)
  throw new Error(
    'raycast/package.json differs from the catalogue: node scripts/raycast-manifest.mjs',
  );
