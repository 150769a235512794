import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Mode } from './api.ts';
import type { Commands } from './outside.ts';

export type Platform = 'macOS' | 'Windows';
type Settings = Readonly<Record<string, unknown>>;

interface Preference {
  readonly name: string;
  readonly required?: boolean;
  /** One for all, or one for each system. */
  readonly default?: unknown;
}

export interface Argument {
  readonly name: string;
  readonly required?: boolean;
  /** What a dropdown offers. */
  readonly data?: readonly { readonly value: string }[];
}

interface Command {
  readonly name: string;
  readonly mode: Mode;
  readonly preferences?: readonly Preference[];
  readonly arguments?: readonly Argument[];
}

interface Manifest {
  readonly name: string;
  readonly author?: string;
  readonly owner?: string;
  readonly preferences?: readonly Preference[];
  readonly commands: readonly Command[];
}

/** What the manifest says of a command, or, without one, of the extension as its tools see it. */
export function describe(
  folder: string,
  command: string | undefined,
  settings: Settings,
  platform: Platform = 'macOS',
) {
  const text = readFileSync(path.join(folder, 'package.json'), 'utf8');
  const { name, author, owner, preferences = [], commands } = JSON.parse(text) as Manifest;
  const found = commands.find((one) => one.name === command);
  if (command !== undefined && !found) throw new Error(`the manifest has no command ${command}`);
  if (found?.mode === 'menu-bar' && platform === 'Windows')
    throw new Error(`${found.name} is a menu-bar command, which Windows does not have`);
  const everywhere = [...preferences, ...commands.flatMap((one) => one.preferences ?? [])];
  refuseUnknown(everywhere, settings, 'the manifest has no setting');
  const args: Commands = new Map(
    commands.map((one) => [one.name, new Set(one.arguments?.map((argument) => argument.name))]),
  );
  return {
    extension: name,
    owner: owner ?? author ?? '',
    mode: found?.mode ?? 'no-view',
    preferences: valuesOf([...preferences, ...(found?.preferences ?? [])], settings, platform),
    arguments: found?.arguments ?? [],
    commands: args,
  };
}

/** Throws for whatever was given but is not declared. */
export function refuseUnknown(
  declared: readonly { readonly name: string }[],
  given: object,
  what: string,
): void {
  const unknown = Object.keys(given).filter((key) => !declared.some(({ name }) => name === key));
  if (unknown.length > 0) throw new Error(`${what} ${unknown.join(', ')}`);
}

/** Throws for what a dropdown does not offer; nothing may be chosen in one that is not required. */
export function refuseUnoffered(
  declared: readonly Argument[],
  given: Readonly<Record<string, string>>,
): void {
  for (const { name, data } of declared) {
    const value = given[name] ?? '';
    if (data && value !== '' && !data.some((one) => one.value === value))
      throw new Error(`the list of ${name} does not offer ${value}`);
  }
}

/** Those of the person over the defaults; settings of other commands are not among them. */
function valuesOf(declared: readonly Preference[], given: Settings, platform: Platform): Settings {
  const values = declared.map((one) => [one, given[one.name] ?? defaultOf(one, platform)] as const);
  const missing = values.find(([one, value]) => one.required && value === undefined);
  if (missing) throw new Error(`Raycast asks for the setting ${missing[0].name} first`);
  const known = values.filter(([, value]) => value !== undefined);
  return Object.fromEntries(known.map(([one, value]) => [one.name, value]));
}

const defaultOf = ({ default: value }: Preference, platform: Platform): unknown =>
  typeof value === 'object' && value !== null ? (value as Settings)[platform] : value;
