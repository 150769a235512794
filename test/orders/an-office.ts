import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import type { Places } from '../../shared/core/paths.ts';
import { signedText, type Approval, type Order } from '../../shared/core/order/order.ts';
import type { Receipt } from '../../shared/core/receipt.ts';
import { openOrders, type Orders, type Wanted } from '../../shared/engine/order/orders.ts';
import { sshKeygen } from '../../shared/machine/signing/ssh-keygen.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import type { Namespace, Signing } from '../../shared/machine/port/signing.ts';
import { enter } from '../../shared/machine/simulated/behaviours.ts';
import { SIMULATED_PLACES, simulatedMachine } from '../../shared/machine/simulated/simulated.ts';
import { World } from '../../shared/machine/simulated/world.ts';
import { openStore } from '../../shared/store/store.ts';

export const SSH_KEYGEN = '/usr/bin/ssh-keygen';
export const lacks = existsSync(SSH_KEYGEN)
  ? ''
  : ': needs ssh-keygen: sudo apt install openssh-client';

/** 17:00 of a day that ssh-keygen's clock, which is the real one, is near. */
const now = (): number => Date.now();
const HOUR_MS = 3_600_000;

/** A simulated computer with a real state folder and real keys; its clock is set by the test. */
export interface Office {
  readonly world: World;
  readonly places: Places;
  readonly orders: Orders;
  readonly machine: Machine;
  readonly signing: Signing;
  /** A new key; the path of its private half. */
  readonly key: (name: string) => string;
  /** Lines of `allowed_signers`, each a beginning and the name of a key. */
  allow(...lines: readonly (readonly [before: string, key: string])[]): void;
  order(wanted?: Partial<Wanted>): Promise<Order>;
  approval(
    order: Order,
    key: string,
    how?: { namespace?: Namespace; text?: string },
  ): Promise<Approval>;
  /** The codes of what refused it; none where it ran. */
  codes(order: Order, approvals: readonly Approval[]): Promise<readonly string[]>;
  policy(text: object): void;
  come(pid?: number): void;
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function anOffice(of: { readonly world?: World; readonly home?: string } = {}): Office {
  const home = of.home ?? mkdtempSync(path.join(os.tmpdir(), 'clean-exit-office-'));
  if (of.home === undefined) folders.push(home);
  const places = placesBelow(home);
  mkdirSync(places.ourConfig, { recursive: true, mode: 0o700 });
  const world = of.world ?? new World();
  if (of.world === undefined) world.now = now();
  const signing = sshKeygen({ platform: 'linux', places, env: {} });
  const machine = { ...simulatedMachine(world), places, signing: async () => signing };
  const store = openStore({ places });
  const orders = openOrders({ machine, store, surface: 'test' });
  const key = (name: string): string => {
    const file = path.join(home, name);
    if (!existsSync(file))
      execFileSync(SSH_KEYGEN, ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', file]);
    return file;
  };
  return {
    ...{ world, places, orders, machine, signing, key },
    allow: (...lines) =>
      writeFileSync(
        path.join(places.ourConfig, 'allowed_signers'),
        lines.map(([before, name]) => `${before} ${publicOf(key(name))}\n`).join(''),
      ),
    order: async (wanted = {}) => {
      const made = await orders.make({
        ...{ kind: 'exit', clients: ['wechat'], expires: world.now + 8 * HOUR_MS, ...wanted },
      });
      if (!('order' in made)) throw new Error(JSON.stringify(made));
      return made.order;
    },
    approval: async (order, name, { namespace = 'clean-exit-order', text } = {}) => {
      const digest = orders.digestOf(order);
      const signed = await signing.sign({
        ...{ key: key(name), namespace, text: text ?? signedText(digest) },
      });
      if ('why' in signed) throw new Error(`${signed.why}: ${signed.detail}`);
      return { schema: 'clean-exit/approval/1', order: digest, signature: signed.signature };
    },
    codes: async (order, approvals) => {
      const { receipts } = await orders.run(order, approvals);
      return codesOf(receipts);
    },
    policy: (text) =>
      writeFileSync(
        path.join(places.ourConfig, 'policy.json'),
        JSON.stringify({ schema: 'clean-exit/policy/2', ...text }),
      ),
    come: (pid = 4_100) =>
      enter(world, {
        ...{ temper: 'polite', pid, helpers: 1, iconId: 'wechat' },
        rootExe: '/opt/wechat/wechat',
        helperExe: '/opt/wechat/RadiumWMPF/runtime/WeChatAppEx',
      }),
  };
}

export const codesOf = (receipts: readonly Receipt[]): readonly string[] =>
  receipts.flatMap(({ refusals }) => refusals.map(({ code }) => code));

const publicOf = (key: string): string =>
  readFileSync(`${key}.pub`, 'utf8').split(' ').slice(0, 2).join(' ').trim();

function placesBelow(home: string): Places {
  const below = Object.entries(SIMULATED_PLACES).map(([name, place]) => [
    name,
    String(place).replace(SIMULATED_PLACES.home, home),
  ]);
  return { ...SIMULATED_PLACES, ...(Object.fromEntries(below) as Partial<Places>) };
}
