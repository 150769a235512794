// Draws which room imports which into docs/architecture.md, from the code's own imports; `--check` only compares.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const PAGE = 'docs/architecture.md';
const [BEGIN, END] = ['<!-- drawn by npm run docs -->', '<!-- end -->'];

/** The room of a file: a folder of `shared/`, or a surface of its own. */
const roomOf = (file) =>
  /^(?:shared\/([\w-]+)\/|(raycast|streamdeck)\/)/.exec(file)?.slice(1).find(Boolean);

const filesIn = (top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(top, name))
    .filter((name) => /\.tsx?$/.test(name) && !/node_modules|\.d\.ts$|raycast-env/.test(name));

function importedBy(file) {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].flatMap(([, name]) => {
    if (name.startsWith('@shared/')) return [name.replace('@shared', 'shared')];
    return name.startsWith('.') ? [path.posix.join(path.posix.dirname(file), name)] : [];
  });
}

/** Room → the rooms that it imports. */
function roomsOf(files) {
  const rooms = new Map();
  for (const file of files) {
    const room = roomOf(file);
    if (room === undefined) continue;
    const others = rooms.get(room) ?? new Set();
    for (const name of importedBy(file)) {
      const other = roomOf(name);
      if (other !== undefined && other !== room) others.add(other);
    }
    rooms.set(room, others);
  }
  return rooms;
}

function reaches(rooms, from, to, seen = new Set()) {
  if (seen.has(from)) return false;
  seen.add(from);
  const next = rooms.get(from) ?? new Set();
  return next.has(to) || [...next].some((one) => reaches(rooms, one, to, seen));
}

/** An arrow that a longer way says as well is left out. */
function drawing(rooms) {
  const arrows = [...rooms].flatMap(([room, others]) =>
    [...others]
      .filter((other) => ![...others].some((via) => via !== other && reaches(rooms, via, other)))
      .map((other) => `  ${room} --> ${other}`),
  );
  return ['```mermaid', 'flowchart LR', ...arrows.sort(), '```'].join('\n');
}

const page = readFileSync(PAGE, 'utf8');
const at = page.indexOf(BEGIN) + BEGIN.length;
const drawn = drawing(roomsOf(['shared', 'raycast/src', 'streamdeck'].flatMap(filesIn)));
const wanted = `${page.slice(0, at)}\n\n${drawn}\n\n${page.slice(page.indexOf(END))}`;
if (process.argv.includes('--check') && wanted !== page) {
  console.error(`${PAGE} does not show today's imports: npm run docs`);
  process.exitCode = 1;
} else if (wanted !== page) writeFileSync(PAGE, wanted);
