import type { Client, ProcessPattern } from './client.ts';
import { editionsOn } from './client.ts';
import type { ClientId, Platform, Process, Role } from './model.ts';
import {
  expand,
  lastPart,
  pathTest,
  placeGlobs,
  type Case,
  type PathTest,
  type Places,
} from './paths.ts';
import { scriptsOf } from './script.ts';

/** One client's claim on a process. `sure` is false where only the name speaks for it. */
export interface Match {
  readonly client: ClientId;
  readonly as: Role;
  readonly belowRoot: boolean;
  readonly sure: boolean;
  /** The user described it: that outweighs the catalogue. */
  readonly byUser: boolean;
}

interface Rule {
  readonly claim: Match;
  readonly exe: PathTest;
  readonly script: PathTest | undefined;
  readonly sandbox: string | undefined;
  /** What people see in a process list, cut as Linux cuts it. */
  readonly shortName: string;
}

/** Linux keeps 15 characters of a name (TASK_COMM_LEN, proc(5)). */
const SHORT = 15;

/**
 * Compiles all patterns of a catalogue. Patterns with a fixed file name are kept by that name, so that
 * a computer with thousands of processes and hundreds of patterns is sorted in linear time.
 */
export function matcher(
  clients: readonly Client[],
  platform: Platform,
  places: Places,
): (process: Process) => readonly Match[] {
  const letters: Case = platform === 'linux' ? 'sensitive' : 'insensitive';
  const values = placeGlobs(places);
  const key = (name: string): string => (letters === 'sensitive' ? name : name.toLowerCase());
  const byName = new Map<string, Rule[]>();
  const byShortName = new Map<string, Rule[]>();
  const anyName: Rule[] = [];
  for (const client of clients) {
    for (const edition of editionsOn(client, platform)) {
      for (const [role, patterns] of [
        ['root', edition.roots],
        ['helper', edition.helpers],
      ] as const) {
        for (const pattern of patterns) {
          const rule = compile(client, role, pattern, values, letters);
          if (!rule) continue;
          const name = key(lastPart(pattern.exe));
          if (/[*?[{]/.test(name)) anyName.push(rule);
          else add(byName, name, rule);
          if (rule.shortName) add(byShortName, key(rule.shortName), rule);
        }
      }
    }
  }
  return (process) => {
    if (!process.exe.known)
      return hiddenNames(process).flatMap((name) => (byShortName.get(key(name)) ?? []).map(unsure));
    const exe = process.exe.value;
    const candidates = byName.get(key(lastPart(exe))) ?? [];
    const found: Match[] = [];
    for (const rule of candidates) test(rule, process, exe, found);
    for (const rule of anyName) test(rule, process, exe, found);
    return found;
  };
}

/** Whether a program may belong to any of these clients, so that a machine reads no more than it must. */
export function mayMatter(
  clients: readonly Client[],
  platform: Platform,
  places: Places,
): (exe: string) => boolean {
  const fixed = new Set<string>();
  const open: PathTest[] = [];
  const letters: Case = platform === 'linux' ? 'sensitive' : 'insensitive';
  const values = placeGlobs(places);
  const key = (name: string): string => (letters === 'sensitive' ? name : name.toLowerCase());
  for (const client of clients) {
    for (const edition of editionsOn(client, platform)) {
      for (const pattern of [...edition.roots, ...edition.helpers]) {
        const exe = expand(pattern.exe, values);
        if (exe === undefined) continue;
        const name = lastPart(exe);
        if (/[*?[{]/.test(name)) open.push(pathTest(exe, letters));
        else fixed.add(key(name));
      }
    }
  }
  return (exe) => fixed.has(key(lastPart(exe))) || open.some((pattern) => pattern.test(exe));
}

function test(rule: Rule, process: Process, exe: string, found: Match[]): void {
  if (!rule.exe.test(exe)) return;
  if (rule.sandbox !== undefined && process.sandbox !== rule.sandbox) return;
  if (rule.script === undefined) found.push(rule.claim);
  else if (!process.args.known) found.push(unsure(rule));
  else {
    const { script } = rule;
    if (scriptsOf(process).some((path) => script.test(path))) found.push(rule.claim);
  }
}

/** What a process that hides its program calls itself: its name, and its first argument. */
const hiddenNames = ({ name, args }: Process): readonly string[] => {
  const first = args.known ? lastPart(args.value[0] ?? '').slice(0, SHORT) : '';
  return first === '' || first === name ? [name] : [name, first];
};

const unsure = (rule: Rule): Match => ({ ...rule.claim, sure: false });

function compile(
  client: Client,
  as: Role,
  pattern: ProcessPattern,
  values: ReturnType<typeof placeGlobs>,
  letters: Case,
): Rule | undefined {
  const exe = expand(pattern.exe, values);
  const script = pattern.script && expand(pattern.script, values);
  if (exe === undefined || (pattern.script !== undefined && script === undefined)) return undefined;
  const name = lastPart(exe);
  return {
    claim: {
      client: client.id,
      as,
      belowRoot: pattern.belowRoot ?? false,
      sure: true,
      byUser: client.origin !== 'catalogue',
    },
    exe: pathTest(exe, letters),
    script: script === undefined ? undefined : pathTest(script, letters),
    sandbox: pattern.sandbox,
    // An interpreter's name says nothing about the client, so it cannot make us blind.
    shortName:
      /[*?[]/.test(name) || script !== undefined || pattern.belowRoot ? '' : name.slice(0, SHORT),
  };
}

function add(map: Map<string, Rule[]>, name: string, rule: Rule): void {
  const list = map.get(name);
  if (list) list.push(rule);
  else map.set(name, [rule]);
}
