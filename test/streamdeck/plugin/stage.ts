import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach } from 'vitest';
import { Host, type HostOptions } from '../../../streamdeck/desk/host.ts';
import type { Place } from '../../../streamdeck/desk/place.ts';
import { labelOf } from '../../../streamdeck/desk/shown.ts';
import type { Receipt } from '../../../shared/core/receipt.ts';
import { receiptSchema } from '../../../shared/schema/receipt.ts';
import { newHome, type Home } from '../../cli/home.ts';

export const PLUGIN = path.resolve('dist/org.clean-exit.keys.sdPlugin');
export const uuid = (action: string): string => `org.clean-exit.keys.${action}`;

const hosts: Host[] = [];

/** A deck with the built plugin, in a home of its own, so that nothing of this computer is touched. */
export interface Stage {
  readonly host: Host;
  readonly home: Home;
  /** Puts a key there; `client` is `practice` where not said otherwise. */
  readonly key: (action: string, settings?: object, more?: object) => Key;
}

/** One place on the deck, as a test uses it. */
export interface Key {
  readonly context: string;
  readonly place: Place;
  /** Every label that was painted, in order. */
  readonly labels: readonly string[];
  readonly down: () => void;
  readonly up: () => void;
  readonly press: () => void;
  /** The label of the picture now. */
  readonly label: () => string;
  /** Resolves once the picture's label matches, now or later. */
  readonly shows: (pattern: RegExp) => Promise<string>;
}

export async function stage(options: Partial<HostOptions> = {}, home = newHome()): Promise<Stage> {
  const host = await Host.start({
    plugin: PLUGIN,
    host: 'elgato',
    device: 'mk2',
    language: 'en',
    env: home.env,
    ...options,
  });
  hosts.push(host);
  return {
    host,
    home,
    key: (action, settings = {}, more = {}) =>
      keyAt(host, home, action, { client: 'practice', ...settings }, more),
  };
}

function keyAt(host: Host, home: Home, action: string, settings: object, more: object): Key {
  const labels: string[] = [];
  const waiting = new Set<(label: string) => void>();
  host.on('image', (context, image) => {
    if (context !== at.context) return;
    labels.push(labelOf(image));
    for (const one of waiting) one(labels.at(-1) ?? '');
  });
  // The plugin answers through a socket, so never before we know the context.
  const at = { context: host.appear({ action: uuid(action), settings, ...more }) };
  const place = host.places.get(at.context);
  if (!place) throw new Error('nowhere');
  const label = (): string => labels.at(-1) ?? '';
  const dispatch = (event: string): void => host.dispatch(event, place);
  const isDial = place.controller === 'Encoder';
  const down = (): void => dispatch(isDial ? 'dialDown' : 'keyDown');
  const up = (): void => dispatch(isDial ? 'dialUp' : 'keyUp');
  return {
    ...at,
    place,
    labels,
    down,
    up,
    press: () => {
      down();
      up();
    },
    label,
    shows: (pattern) =>
      new Promise((resolve, reject) => {
        if (pattern.test(label())) return resolve(label());
        const late = setTimeout(() => {
          waiting.delete(check);
          const last = JSON.stringify(receiptsIn(home).at(-1));
          reject(
            new Error(`never ${String(pattern)}: ${labels.join(' | ')}\n${host.output}${last}`),
          );
        }, 20_000);
        const check = (now: string): void => {
          if (!pattern.test(now)) return;
          clearTimeout(late);
          waiting.delete(check);
          resolve(now);
        };
        waiting.add(check);
      }),
  };
}

/** What a screen reader would say of a picture. */
export { labelOf } from '../../../streamdeck/desk/shown.ts';

/** Closes every host after each test; their plugins have to end by themselves. */
export function tidyHosts(): void {
  afterEach(async () => {
    for (const host of hosts.splice(0)) await host.stop();
  });
}

/** The receipts that were kept in a home, the oldest first. */
export const receiptsIn = ({ folder }: Home): readonly Receipt[] =>
  receiptsAt(path.join(folder, '.local/state/clean-exit'));

/** The receipts in a state folder, the oldest first. */
export const receiptsAt = (state: string): readonly Receipt[] => {
  const file = path.join(state, 'receipts-2.jsonl');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => receiptSchema.parse(JSON.parse(line)) as Receipt);
};

/** Writes a policy into a home. */
export function policyIn({ folder }: Home, policy: object): void {
  const place = path.join(folder, '.config/clean-exit');
  mkdirSync(place, { recursive: true });
  const text = JSON.stringify({ schema: 'clean-exit/policy/1', ...policy });
  writeFileSync(path.join(place, 'policy.json'), text);
}
